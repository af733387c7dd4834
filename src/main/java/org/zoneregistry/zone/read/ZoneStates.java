package org.zoneregistry.zone.read;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * Reads the zones at a point in both times from their table. Uses SQL, because parsing the first HQL query would block
 * an event loop for seconds.
 */
@ApplicationScoped
public class ZoneStates {

    private static final String OF = """
            select id, zone, name_en, name_zh, type, status, province, region, customs_district, area_km2, facilities,
                   predecessors, successor, established_on, established_not_before, effective_on, effective_not_before
            from zone_state
            where zone = any(string_to_array(cast(:zones as text), ','))
              and valid @> cast(:validAt as date) and known @> cast(:knownAt as bigint)
            order by zone
            """;

    private static final String LAST_POSITION = """
            select coalesce(max(position), 0) from zone_fact
            where zones && string_to_array(cast(:zones as text), ',') and position <= cast(:knownAt as bigint)
            """;

    /** The zones with these codes that were established by then, by code. */
    public Uni<List<Zone>> of(Collection<String> codes, LocalDate validAt, long knownAt) {
        return Sessions.with(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(OF, ZoneStateRow.class)
                        .setParameter("zones", ZoneFacts.array(codes))
                        .setParameter("validAt", validAt)
                        .setParameter("knownAt", knownAt)
                        .getResultList())
                .map(rows -> rows.stream().map(ZoneStateRow::toZone).toList()));
    }

    /**
     * The same, guaranteed to be of that prefix: rows and token are read in one snapshot, and no rebuild can swap the
     * tables in between. Fails with {@code projection-behind} if the token has not reached the prefix.
     */
    public Uni<List<Zone>> ofPrefix(Collection<String> codes, LocalDate validAt, long knownAt) {
        return Sessions.uncancelled(Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("set transaction isolation level repeatable read")
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("lock table zone_state in access share mode")
                                .executeUpdate())
                        .chain(() -> session.createNativeQuery(
                                        "select coalesce(max(position), 0) from projection where name = '"
                                                + RegistryPosition.PROJECTION + "'",
                                        Long.class)
                                .getSingleResult())
                        .chain(position -> position < knownAt
                                ? Uni.createFrom().failure(behind(position, knownAt))
                                : of(codes, validAt, knownAt)))));
    }

    private static ProblemException behind(long position, long knownAt) {
        return Problem.of(
                        ProblemType.PROJECTION_BEHIND,
                        "Position " + knownAt + " is asked for, the projection is at " + position
                                + ". Try again in 1 s.")
                .withHeader("Retry-After", "1")
                .exception();
    }

    /** The position of the last event of the prefix that touched the zone; 0 if there is none. */
    public Uni<Long> lastPosition(ZoneCode zone, long knownAt) {
        return Sessions.with(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(LAST_POSITION, Long.class)
                        .setParameter("zones", zone.value())
                        .setParameter("knownAt", knownAt)
                        .getSingleResult()));
    }
}
