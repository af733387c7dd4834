package org.zoneregistry.trade.read.aggregates;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.PublishedAggregate;

/** The requested published figures, as sent; for {@code @BeanParam}. Each parameter takes several values. */
@RegisterForReflection
public class AggregateFilter {

    @RestQuery("subject")
    @Parameter(
            description = "Figures with this subject.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = AggregateSubject.class))
    public List<String> subject = List.of();

    @RestQuery("territory")
    @Parameter(
            description = "Figures of this territory: CN, or a province by its ISO 3166-2 code.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "CN-JS")
    public List<String> territory = List.of();

    @RestQuery("period")
    @Parameter(
            description = "Figures of this whole year, or of this month.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "2022")
    public List<String> period = List.of();

    @RestQuery("businessForm")
    @Parameter(
            description = "Figures of this form of business.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = BusinessForm.class))
    public List<String> businessForm = List.of();

    /** The valid parts of the question; violations are reported. */
    AggregateQuestion read(QueryParameters query) {
        return new AggregateQuestion(
                query.eachNameOf("subject", subject, AggregateSubject.class),
                query.each("territory", territory, PublishedAggregate::territory),
                query.each("period", period, Period::parse),
                query.eachNameOf("businessForm", businessForm, BusinessForm.class));
    }
}
