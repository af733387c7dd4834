package org.zoneregistry.statistics;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.territory.Province;
import org.zoneregistry.territory.Region;
import org.zoneregistry.trade.read.EntryFilter;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneType;

/** The zones of the figures, as sent; for {@code @BeanParam}. Each parameter takes several values. */
@RegisterForReflection
public class ZoneSelection extends ValidAt {

    @RestQuery("zone")
    @Parameter(
            description = "Only this zone, or its trade.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "new-harbour")
    public List<String> zone = List.of();

    @RestQuery("province")
    @Parameter(
            description = "Only zones in this province, or their trade, by its ISO 3166-2 code.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "CN-JS")
    public List<String> province = List.of();

    @RestQuery("region")
    @Parameter(
            description = "Only zones in this economic region, or their trade.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Region.class))
    public List<String> region = List.of();

    @RestQuery("type")
    @Parameter(
            description = "Only zones of this type, or their trade.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ZoneType.class))
    public List<String> type = List.of();

    /** The valid parts of the filter; violations are reported. */
    public Map<Dimension, Set<String>> filter(QueryParameters query) {
        var filter = new EnumMap<Dimension, Set<String>>(Dimension.class);
        filter.put(Dimension.ZONE, query.each("zone", zone, text -> new ZoneCode(text).value()));
        filter.put(Dimension.PROVINCE, query.each("province", province, Province::parse));
        filter.put(Dimension.REGION, query.eachNameOf("region", region, Region.class));
        filter.put(Dimension.TYPE, query.eachNameOf("type", type, ZoneType.class));
        filter.values().removeIf(Set::isEmpty);
        return filter;
    }

    /** The same filter, with a filter of entries added. */
    public Map<Dimension, Set<String>> filter(QueryParameters query, EntryFilter entries) {
        Map<Dimension, Set<String>> filter = filter(query);
        filter.put(Dimension.BUSINESS_FORM, entries.businessForms(query));
        filter.put(Dimension.DIRECTION, entries.directions(query));
        filter.put(Dimension.HS_CHAPTER, entries.hsChapters(query));
        filter.values().removeIf(Set::isEmpty);
        return filter;
    }
}
