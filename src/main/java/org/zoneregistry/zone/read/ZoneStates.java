package org.zoneregistry.zone.read;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneStatus;

/** The zones at pairs of times, from their rows. */
@ApplicationScoped
public class ZoneStates {

    /**
     * The rows of a pair of times, for use in queries; the casts and comparisons are HQL's, the planner drops them and uses
     * the index on both ranges.
     */
    public static final String AT =
            "cast(sql('valid @> cast(? as date)', :validAt) as Boolean) = true and cast(sql('known @> cast(? as bigint)', :knownAt) as Boolean) = true";

    /** The parameters of {@link #AT}. */
    public static Map<String, Object> at(LocalDate validAt, long knownAt) {
        return Map.of("validAt", validAt, "knownAt", knownAt);
    }

    /** The zones of these codes that were established by then, by code. */
    @WithSession
    public Uni<List<Zone>> of(Collection<String> codes, LocalDate validAt, long knownAt) {
        return ZoneStateRow.<ZoneStateRow>find(
                        "zone in (:codes) and " + AT + " order by zone",
                        Map.of("validAt", validAt, "knownAt", knownAt, "codes", codes))
                .list()
                .map(rows -> rows.stream().map(Zone::of).toList());
    }

    /** The zones that were live then, by code. */
    @WithSession
    public Uni<List<Zone>> live(LocalDate validAt, long knownAt) {
        return ZoneStateRow.<ZoneStateRow>find(
                        "status in (:live) and " + AT + " order by zone",
                        Map.of(
                                "validAt",
                                validAt,
                                "knownAt",
                                knownAt,
                                "live",
                                List.of(ZoneStatus.ESTABLISHED.wireName(), ZoneStatus.OPERATING.wireName())))
                .list()
                .map(rows -> rows.stream().map(Zone::of).toList());
    }

    /** The position of the last event of the prefix that touched the zone; 0 if there is none. */
    @WithSession
    public Uni<Long> lastPosition(ZoneCode zone, long knownAt) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select coalesce(max(statedAt), 0) from ZoneFactRow where " + ZoneFacts.TOUCHES
                                        + " and statedAt <= :knownAt",
                                Long.class)
                        .setParameter("zones", ZoneFacts.array(List.of(zone.value())))
                        .setParameter("knownAt", knownAt)
                        .getSingleResult());
    }
}
