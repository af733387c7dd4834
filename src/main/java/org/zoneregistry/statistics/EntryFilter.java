package org.zoneregistry.statistics;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.HsChapter;

/** The requested entries, as sent; for {@code @BeanParam}. Each parameter takes several values. */
@RegisterForReflection
public class EntryFilter extends OfZones {

    /** As it was sent. */
    @RestQuery("businessForm")
    @Parameter(
            description = "Only trade of this form of business.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = BusinessForm.class))
    public List<String> businessForm = List.of();

    /** As it was sent. */
    @RestQuery("direction")
    @Parameter(
            description = "Only trade of this direction.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Direction.class))
    public List<String> direction = List.of();

    /** As it was sent. */
    @RestQuery("hsChapter")
    @Parameter(
            description = "Only trade of this chapter of the Harmonized System.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "84")
    public List<String> hsChapter = List.of();

    /** The valid parts of the filter; violations are reported. */
    @Override
    public Map<Dimension, Set<String>> filter(QueryParameters query) {
        Map<Dimension, Set<String>> filter = super.filter(query);
        filter.put(Dimension.BUSINESS_FORM, names(query.eachOf("businessForm", businessForm, BusinessForm.class)));
        filter.put(Dimension.DIRECTION, names(query.eachOf("direction", direction, Direction.class)));
        filter.put(Dimension.HS_CHAPTER, query.each("hsChapter", hsChapter, text -> new HsChapter(text).value()));
        filter.values().removeIf(Set::isEmpty);
        return filter;
    }
}
