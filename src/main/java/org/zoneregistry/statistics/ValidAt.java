package org.zoneregistry.statistics;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.query.QueryParameters;

/** The day that decides type, province and region of zones, as sent; for {@code @BeanParam}. */
@RegisterForReflection
public class ValidAt {

    @RestQuery("validAt")
    @Parameter(
            description = "The day that decides the type, province and region of a zone. Default: the last day of each"
                    + " period.",
            schema = @Schema(type = SchemaType.STRING, format = "date"),
            example = "2022-12-31")
    public @Nullable String validAt;

    /** The day; {@code null} if there is none or it was reported. */
    public @Nullable LocalDate read(QueryParameters query) {
        return query.day("validAt", validAt);
    }
}
