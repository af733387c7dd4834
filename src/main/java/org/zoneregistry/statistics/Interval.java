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

/** The requested first and last period, as sent; for {@code @BeanParam}. */
@RegisterForReflection
public class Interval {

    @RestQuery("from")
    @Parameter(
            description = "The first year or month. Required.",
            required = true,
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + Period.PATTERN + "$"),
            example = "2021")
    public @Nullable String from;

    @RestQuery("to")
    @Parameter(
            description = "The last one, a year if from is one and a month if from is one. Default: from.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + Period.PATTERN + "$"),
            example = "2022")
    public @Nullable String to;

    /**
     * Periods, both years or both months.
     *
     * @param to not before {@code from}
     */
    public record Periods(Period from, Period to) {}

    /** The periods; {@code null} if they were reported. */
    public @Nullable Periods read(QueryParameters query) {
        if (from == null) {
            query.violation(Violation.query("from", "is required: a year such as 2022 or a month such as 2022-12"));
        }
        Period first = query.read("from", from, Period::parse);
        Period last = to == null ? first : query.read("to", to, Period::parse);
        if (first == null || last == null) {
            return null;
        }
        if (first.isMonth() != last.isMonth()) {
            query.violation(Violation.query("to", "must be a year if from is one, and a month if from is one"));
            return null;
        }
        if (last.compareTo(first) < 0) {
            query.violation(Violation.query("to", "must not be before from"));
            return null;
        }
        return new Periods(first, last);
    }
}
