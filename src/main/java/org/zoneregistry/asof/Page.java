package org.zoneregistry.asof;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of a list, in addition to those of its point in time; for {@code @BeanParam}. */
@RegisterForReflection
public class Page {

    static final int DEFAULT_LIMIT = 50;
    static final int MOST = 1_000;

    @RestQuery("limit")
    @Parameter(
            description = "How many rows at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "50"))
    public @Nullable String limit;

    @RestQuery("cursor")
    @Parameter(
            description =
                    "Where to go on: taken from the Link header with rel=\"next\" of the page before, with all other"
                            + " parameters as they were.",
            schema = @Schema(type = SchemaType.STRING))
    public @Nullable String cursor;
}
