package org.zoneregistry.trade.read;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.HsChapter;

/**
 * The filters of a question about entries, as sent; for {@code @BeanParam}. Each parameter takes several values. The
 * methods return an empty set if a parameter is absent, or malformed and reported.
 */
@RegisterForReflection
public class EntryFilter {

    @RestQuery("businessForm")
    @Parameter(
            description = "Only entries of this form of business.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = BusinessForm.class))
    public List<String> businessForm = List.of();

    @RestQuery("direction")
    @Parameter(
            description = "Only entries of this direction; total for those of which only the sum was published.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Direction.class))
    public List<String> direction = List.of();

    @RestQuery("hsChapter")
    @Parameter(
            description = "Only entries of this chapter of the Harmonized System.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "84")
    public List<String> hsChapter = List.of();

    /** The names of the forms of business. */
    public Set<String> businessForms(QueryParameters query) {
        return query.eachNameOf("businessForm", businessForm, BusinessForm.class);
    }

    /** The names of the directions. */
    public Set<String> directions(QueryParameters query) {
        return query.eachNameOf("direction", direction, Direction.class);
    }

    /** The chapters. */
    public Set<String> hsChapters(QueryParameters query) {
        return query.each("hsChapter", hsChapter, text -> new HsChapter(text).value());
    }
}
