package org.zoneregistry.asof;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of a read at a point in both times; for {@code @BeanParam}. */
@RegisterForReflection
public class AsOf extends AsKnown {

    @RestQuery("validAt")
    @Parameter(
            description = "The day in the world that the answer is about. Default: today in the registry's time zone.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2022-12-31")
    public @Nullable String validAt;

    @Override
    @Nullable
    String validAt() {
        return validAt;
    }

    @Override
    boolean hasValidTime() {
        return true;
    }
}
