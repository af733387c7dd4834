package org.zoneregistry.statistics;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.body.WireName;
import org.zoneregistry.platform.http.query.QueryParameters;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.territory.Province;
import org.zoneregistry.territory.Region;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneType;

/** Of which entries the figures are, as it was sent; for {@code @BeanParam}. */
@RegisterForReflection
public class EntryFilter extends ValidAt {

    /** As it was sent. */
    @RestQuery("zone")
    @Parameter(description = "Only the trade of this zone.", example = "new-harbour")
    public @Nullable String zone;

    /** As it was sent. */
    @RestQuery("province")
    @Parameter(description = "Only that of zones in this province, by its ISO 3166-2 code.", example = "CN-JS")
    public @Nullable String province;

    /** As it was sent. */
    @RestQuery("region")
    @Parameter(
            description = "Only that of zones in this economic region.",
            schema = @Schema(implementation = Region.class))
    public @Nullable String region;

    /** As it was sent. */
    @RestQuery("type")
    @Parameter(description = "Only that of zones of this type.", schema = @Schema(implementation = ZoneType.class))
    public @Nullable String type;

    /** As it was sent. */
    @RestQuery("businessForm")
    @Parameter(
            description = "Only that of this form of business.",
            schema = @Schema(implementation = BusinessForm.class))
    public @Nullable String businessForm;

    /** As it was sent. */
    @RestQuery("direction")
    @Parameter(description = "Only that of this direction.", schema = @Schema(implementation = Direction.class))
    public @Nullable String direction;

    /** As it was sent. */
    @RestQuery("hsChapter")
    @Parameter(
            description = "Only that of this chapter of the Harmonized System.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^(" + HsChapter.PATTERN + ")$"),
            example = "84")
    public @Nullable String hsChapter;

    /** The filter, as far as the parameters are right; the others are reported. */
    public Map<Dimension, Set<String>> filter(QueryParameters query) {
        var filter = new EnumMap<Dimension, Set<String>>(Dimension.class);
        put(filter, Dimension.ZONE, query.read("zone", zone, text -> new ZoneCode(text).value()));
        put(filter, Dimension.PROVINCE, query.read("province", province, EntryFilter::province));
        put(filter, Dimension.REGION, name(query.oneOf("region", region, Region.class)));
        put(filter, Dimension.TYPE, name(query.oneOf("type", type, ZoneType.class)));
        put(filter, Dimension.BUSINESS_FORM, name(query.oneOf("businessForm", businessForm, BusinessForm.class)));
        put(filter, Dimension.DIRECTION, name(query.oneOf("direction", direction, Direction.class)));
        put(filter, Dimension.HS_CHAPTER, query.read("hsChapter", hsChapter, text -> new HsChapter(text).value()));
        return filter;
    }

    /** The ISO 3166-2 code of a province. */
    public static String province(String iso) {
        return Province.byIso(iso)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be the ISO 3166-2 code of a province, such as CN-JS; GET /v1/territories lists them"))
                .iso();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : WireName.of(constant);
    }

    private static void put(Map<Dimension, Set<String>> filter, Dimension dimension, @Nullable String value) {
        if (value != null) {
            filter.put(dimension, Set.of(value));
        }
    }
}
