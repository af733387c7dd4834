package org.zoneregistry.trade.read.aggregates;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.territory.Province;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;

/** Which published figures to list, as it was sent; for {@code @BeanParam}. */
@RegisterForReflection
public class AggregateFilter {

    /** As it was sent. */
    @RestQuery("subject")
    @Parameter(description = "Figures of this.", schema = @Schema(implementation = AggregateSubject.class))
    public @Nullable String subject;

    /** As it was sent. */
    @RestQuery("territory")
    @Parameter(
            description = "Figures of this territory: CN, or a province by its ISO 3166-2 code.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^CN(-[A-Z]{2})?$"),
            example = "CN-JS")
    public @Nullable String territory;

    /** As it was sent. */
    @RestQuery("period")
    @Parameter(
            description = "Figures of this year as a whole, or of this month.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^" + Period.PATTERN + "$"),
            example = "2022")
    public @Nullable String period;

    /** As it was sent. */
    @RestQuery("businessForm")
    @Parameter(description = "Figures of this form of business.", schema = @Schema(implementation = BusinessForm.class))
    public @Nullable String businessForm;

    /** The question, as far as the parameters are right; the others are reported. */
    AggregateQuestion read(QueryParameters query) {
        return new AggregateQuestion(
                query.oneOf("subject", subject, AggregateSubject.class),
                query.read("territory", territory, AggregateFilter::known),
                query.read("period", period, Period::parse),
                query.oneOf("businessForm", businessForm, BusinessForm.class));
    }

    private static String known(String territory) {
        if (!territory.equals(PublishedAggregate.COUNTRY)
                && Province.byIso(territory).isEmpty()) {
            throw new IllegalArgumentException(
                    "must be CN, or the ISO 3166-2 code of a province, such as CN-JS; GET /v1/territories lists them");
        }
        return territory;
    }
}
