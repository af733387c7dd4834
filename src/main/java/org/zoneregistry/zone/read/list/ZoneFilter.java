package org.zoneregistry.zone.read.list;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.territory.Province;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;

/** The requested zones, as sent; for {@code @BeanParam}. Each parameter takes several values. */
@RegisterForReflection
public class ZoneFilter {

    private static final int LONGEST_Q = 100;
    private static final List<String> LIVE =
            List.of(ZoneStatus.ESTABLISHED.wireName(), ZoneStatus.OPERATING.wireName());

    @RestQuery("type")
    @Parameter(
            description = "Zones of this type.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = ZoneType.class))
    public List<String> type = List.of();

    @RestQuery("status")
    @Parameter(
            description = "Zones of this status; live stands for established and operating.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    public List<String> status = List.of();

    @RestQuery("province")
    @Parameter(
            description = "Zones in this province, by its ISO 3166-2 code.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class),
            example = "CN-JS")
    public List<String> province = List.of();

    @RestQuery("region")
    @Parameter(
            description = "Zones in this economic region.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Region.class))
    public List<String> region = List.of();

    @RestQuery("q")
    @Parameter(
            description = "Zones with this text in their code or one of their names, in upper or lower case.",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = LONGEST_Q),
            example = "suzhou")
    public @Nullable String q;

    /** The valid parts of the question; violations are reported. */
    ZoneQuestion read(QueryParameters query) {
        return new ZoneQuestion(
                query.eachNameOf("type", type, ZoneType.class),
                statuses(query),
                query.each("province", province, Province::parse),
                query.eachNameOf("region", region, Region.class),
                lowerCase(query.text("q", q, LONGEST_Q)));
    }

    private Set<String> statuses(QueryParameters query) {
        var named = new ArrayList<String>();
        for (String given : status) {
            for (String name : given.split(",", -1)) {
                named.addAll("live".equals(name) ? LIVE : List.of(name));
            }
        }
        return query.eachNameOf("status", named, ZoneStatus.class);
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
