package org.zoneregistry.zone.read.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.Statement;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneFacts;
import org.zoneregistry.zone.read.ZoneStates;

/** Compares the registry at two points, from its rows. */
@ApplicationScoped
public class Differences {

    private static final String STATE = """
            (select zone, id, row(name_en, name_zh, type, status, province, region, customs_district, area_km2,
                                  facilities, predecessors, successor, established_on, established_not_before,
                                  effective_on, effective_not_before) as state
             from zone_state
             where valid @> cast(:%1$sValidAt as date) and known @> cast(:%1$sKnownAt as bigint))
            """;

    /** A full join of two indexed look-ups: most rows are the same in both, and not looked at further. */
    private static final String DIFFERENT = "select coalesce(a.zone, b.zone) from" + STATE.formatted("from")
            + " a full join " + STATE.formatted("to") + """
             b on a.zone = b.zone
            where a.id is distinct from b.id
              and a.state is distinct from b.state
              and coalesce(a.zone, b.zone) > :after
            order by 1
            """;

    private final ZoneStates states;
    private final ZoneFacts facts;
    private final ObjectMapper json;

    Differences(ZoneStates states, ZoneFacts facts, ObjectMapper json) {
        this.states = states;
        this.facts = facts;
        this.json = json;
    }

    /**
     * The codes of the zones that differ.
     *
     * @param after only those that come after this one
     * @param limit how many at most
     */
    @WithSession
    Uni<List<String>> zones(Points points, String after, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(DIFFERENT, String.class)
                        .setParameter("fromValidAt", points.from().validAt())
                        .setParameter("fromKnownAt", points.from().position())
                        .setParameter("toValidAt", points.to().validAt())
                        .setParameter("toKnownAt", points.to().position())
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** What differs of each of these zones. */
    @WithSession
    Uni<List<ZoneDiff>> of(List<String> codes, Points points) {
        if (codes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return states.of(codes, points.from().validAt(), points.from().position())
                .chain(from -> states.of(
                                codes, points.to().validAt(), points.to().position())
                        .chain(to -> facts.about(codes, points.longest())
                                .map(statements -> compare(codes, points, forms(from), forms(to), statements))));
    }

    private static List<ZoneDiff> compare(
            List<String> codes,
            Points points,
            Map<String, JsonNode> from,
            Map<String, JsonNode> to,
            List<Statement> statements) {
        return codes.stream()
                .map(code -> Difference.of(new ZoneCode(code), points, from.get(code), to.get(code), statements))
                .toList();
    }

    private Map<String, JsonNode> forms(List<Zone> zones) {
        var forms = new HashMap<String, JsonNode>();
        zones.forEach(zone -> forms.put(zone.code(), json.valueToTree(zone)));
        return forms;
    }
}
