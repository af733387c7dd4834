package org.zoneregistry.zone.read.diff;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.read.Statement;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneFacts;
import org.zoneregistry.zone.read.ZoneMember;
import org.zoneregistry.zone.read.ZoneStates;

/** Compares the registry at two points, using its tables. */
@ApplicationScoped
public class Differences {

    /** The states of a day and a prefix, for the zones after a code. */
    private static final String STATE = "(select zone, id, row(" + ZoneMember.COLUMNS + """
            ) as state
             from zone_state
             where valid @> $%d::date and known @> $%d::bigint and zone > $5)
            """;

    /** A full join of two indexed look-ups. Most rows are the same in both and need no comparison of their values. */
    private static final String DIFFERENT = "select coalesce(a.zone, b.zone) from " + STATE.formatted(1, 2)
            + " a full join " + STATE.formatted(3, 4) + """
             b on a.zone = b.zone
            where a.id is distinct from b.id and a.state is distinct from b.state
            order by 1
            limit $6::integer
            """;

    private final ZoneStates states;
    private final ZoneFacts facts;

    Differences(ZoneStates states, ZoneFacts facts) {
        this.states = states;
        this.facts = facts;
    }

    /**
     * The codes of the zones that differ.
     *
     * @param after only zones with a code after this one
     * @param limit the largest number of codes
     */
    static Uni<List<String>> zones(SqlClient database, Points points, String after, int limit) {
        return database.preparedQuery(DIFFERENT)
                .execute(Tuple.of(
                        points.from().validAt(),
                        points.from().position(),
                        points.to().validAt(),
                        points.to().position(),
                        after,
                        limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }

    /** The difference of each of these zones. */
    Uni<List<ZoneDiff>> of(List<String> codes, Points points) {
        if (codes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return states.of(codes, points.from().validAt(), points.from().position())
                .chain(from -> states.of(
                                codes, points.to().validAt(), points.to().position())
                        .chain(to -> OffLoop.map(
                                facts.about(codes, points.longest()),
                                statements -> compare(codes, points, byCode(from), byCode(to), statements))));
    }

    private static List<ZoneDiff> compare(
            List<String> codes,
            Points points,
            Map<String, Zone> from,
            Map<String, Zone> to,
            List<Statement> statements) {
        Map<String, List<Statement>> ofZones = byZone(statements);
        return codes.stream()
                .map(code -> Difference.of(
                        new ZoneCode(code),
                        points,
                        from.get(code),
                        to.get(code),
                        ofZones.getOrDefault(code, List.of())))
                .toList();
    }

    /** All statements about facts that ever touched a zone, grouped by zone. */
    private static Map<String, List<Statement>> byZone(List<Statement> statements) {
        Map<UUID, List<Statement>> stories = statements.stream()
                .collect(Collectors.groupingBy(Statement::fact, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Statement>> ofZones = new HashMap<>();
        stories.values()
                .forEach(story -> story.stream()
                        .map(Statement::reads)
                        .filter(Objects::nonNull)
                        .flatMap(fact -> fact.zones().stream())
                        .map(ZoneCode::value)
                        .distinct()
                        .forEach(zone -> ofZones.computeIfAbsent(zone, first -> new ArrayList<>())
                                .addAll(story)));
        return ofZones;
    }

    private static Map<String, Zone> byCode(List<Zone> zones) {
        return zones.stream().collect(Collectors.toMap(Zone::code, Function.identity()));
    }
}
