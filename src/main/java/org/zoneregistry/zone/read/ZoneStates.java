package org.zoneregistry.zone.read;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.zone.event.ZoneCode;

/** Reads the zones at a point in both times from their table. */
@ApplicationScoped
public class ZoneStates {

    private static final String SEVERAL = "select " + ZoneMember.COLUMNS
            + " from zone_state where zone = any($1::text[]) and valid @> $2::date and known @> $3::bigint"
            + " order by zone";

    /**
     * Only the zone may select rows here. With a condition for the position, the planner may read all facts of the
     * prefix, because it doesn't know how few touch a zone.
     */
    static final String LAST_POSITION = "(select coalesce(max(position) filter (where position <= $2::bigint), 0)"
            + " from (select position from zone_fact where zones @> array[$1::text] offset 0) touching)";

    private static final String ONE = "select " + ZoneMember.COLUMNS + ", " + LAST_POSITION
            + " from zone_state where zone = $1::text and valid @> $3::date and known @> $2::bigint";

    private static final int REVISION = ZoneMember.ALL.size();

    private final Pool pool;

    ZoneStates(Pool pool) {
        this.pool = pool;
    }

    /**
     * A zone and the position of the last event of the prefix that touched it.
     *
     * @param revision that position, 1 or more
     */
    public record Revised(Zone zone, long revision) {}

    /** The zone, if it was established by then. */
    public Uni<Optional<Revised>> one(ZoneCode zone, LocalDate validAt, long knownAt) {
        return CallerContext.returnTo(one(pool, zone, validAt, knownAt));
    }

    /** The zone, if it was established by then, read on a connection. */
    public static Uni<Optional<Revised>> one(SqlClient database, ZoneCode zone, LocalDate validAt, long knownAt) {
        return database.preparedQuery(ONE)
                .execute(Tuple.of(zone.value(), knownAt, validAt))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(new Revised(ZoneMember.read(row), row.getLong(REVISION)));
                    }
                    return Optional.empty();
                });
    }

    /** The zones with these codes that were established by then, by code. */
    public Uni<List<Zone>> of(Collection<String> codes, LocalDate validAt, long knownAt) {
        return CallerContext.returnTo(of(pool, codes, validAt, knownAt));
    }

    private static Uni<List<Zone>> of(SqlClient database, Collection<String> codes, LocalDate validAt, long knownAt) {
        return database.preparedQuery(SEVERAL)
                .execute(Tuple.of(codes.toArray(String[]::new), validAt, knownAt))
                .map(ZoneStates::read);
    }

    /**
     * The zones with these codes, guaranteed to be of that prefix. Rows and token are read in one snapshot, and no
     * rebuild can swap the tables in between. Fails with {@code projection-behind} if the token has not reached the
     * prefix.
     */
    public Uni<List<Zone>> ofPrefix(Collection<String> codes, LocalDate validAt, long knownAt) {
        return CallerContext.toItsEnd(pool.withTransaction(connection -> connection
                .query("set transaction isolation level repeatable read; lock table zone_state in access share mode")
                .execute()
                .chain(() -> connection
                        .query("select coalesce(max(position), 0) from projection where name = '"
                                + RegistryPosition.PROJECTION + "'")
                        .execute())
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(position -> position < knownAt
                        ? Uni.createFrom().failure(behind(position, knownAt))
                        : of(connection, codes, validAt, knownAt))));
    }

    private static ProblemException behind(long position, long knownAt) {
        return Problem.of(
                        ProblemType.PROJECTION_BEHIND,
                        "Position " + knownAt + " is requested, but the projection is at " + position
                                + ". Try again in 1 s.")
                .withHeader("Retry-After", "1")
                .exception();
    }

    /** The position of the last event of the prefix that touched the zone; 0 if there is none. */
    public Uni<Long> lastPosition(ZoneCode zone, long knownAt) {
        return CallerContext.returnTo(pool.preparedQuery("select " + LAST_POSITION)
                .execute(Tuple.of(zone.value(), knownAt))
                .map(rows -> rows.iterator().next().getLong(0)));
    }

    private static List<Zone> read(RowSet<Row> rows) {
        List<Zone> zones = new ArrayList<>(rows.size());
        for (Row row : rows) {
            zones.add(ZoneMember.read(row));
        }
        return zones;
    }
}
