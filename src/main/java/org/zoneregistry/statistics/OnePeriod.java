package org.zoneregistry.statistics;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.trade.event.Period;

/** The requested period, as sent; for {@code @BeanParam}. */
@RegisterForReflection
public class OnePeriod extends ValidAt {

    @RestQuery("period")
    @Parameter(
            description = "The year or month of the figures. Required.",
            required = true,
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + Period.PATTERN + "$"),
            example = "2022")
    public @Nullable String period;

    /** The period; {@code null} if it was reported. */
    public @Nullable Period period(QueryParameters query) {
        if (period == null) {
            query.violation(Violation.query("period", "is required: a year such as 2022 or a month such as 2022-12"));
        }
        return query.read("period", period, Period::parse);
    }
}
