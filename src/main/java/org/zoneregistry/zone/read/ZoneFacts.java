package org.zoneregistry.zone.read;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.zoneregistry.asof.heavy.TooMuch;

/** Reads the statements about zones from their table. */
@ApplicationScoped
public class ZoneFacts {

    private static final String ABOUT = """
            select position, fact, event, type, cast(data as text) as members, recorded_at, actor, role, reason, source,
                   correlation_id, trace_id
            from zone_fact
            where fact in (select fact from zone_fact
                           where zones && string_to_array(cast(:zones as text), ',')
                             and position <= cast(:knownAt as bigint))
              and position <= cast(:knownAt as bigint)
            order by position
            """;

    /** The largest number of statements in memory. */
    private static final int MOST = 10_000;

    /**
     * All statements of a prefix about facts that ever touched one of the zones, in the order of the log.
     *
     * @return fails with {@code answer-too-large} if there are too many
     */
    public Uni<List<Statement>> about(Collection<String> codes, long knownAt) {
        return Sessions.with(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(ABOUT, ZoneFactRow.class)
                        .setParameter("zones", array(codes))
                        .setParameter("knownAt", knownAt)
                        .setMaxResults(MOST + 1)
                        .getResultList())
                .map(rows -> {
                    if (rows.size() > MOST) {
                        throw new TooMuch(MOST, "statements about facts")
                                .asProblem("GET /v1/zones/{code}/history has them by pages; of several zones, ask for"
                                        + " fewer with limit.");
                    }
                    return rows.stream().map(Statement::of).toList();
                }));
    }

    /** Several zones in one parameter, separated by commas, which no code contains. */
    static String array(Collection<String> codes) {
        return String.join(",", codes);
    }
}
