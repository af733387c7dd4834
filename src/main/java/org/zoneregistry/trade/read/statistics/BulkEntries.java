package org.zoneregistry.trade.read.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.function.Consumer;
import org.zoneregistry.platform.projection.EmptyTables;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.read.statistics.BlockChanges.Sum;

/** The table of entries' versions, filled at once: first where each begins, then where each ends. */
final class BulkEntries {

    private static final String CREATE = """
            create unlogged table bulk_end (position bigint not null, entry text collate "C" not null)
            """;

    /** Some entry in the midst of all; none where there are too few for a sample. */
    private static final String MIDDLE =
            "select percentile_disc(0.5) within group (order by entry) from trade_entry tablesample bernoulli (1)";

    private static final String ENDED = """
            select year, month, zone, direction, business_form, hs_chapter, enterprise, partner, fen
            from trade_entry
            where known_to > $1 and known_to <= $2
            """;

    private BulkEntries() {}

    static Uni<Void> create(SqlConnection connection) {
        return connection.query(CREATE).execute().replaceWithVoid();
    }

    /** Ends versions, once all of them and all ends were added: those of half of the entries in one transaction, and of the others in another. */
    static Uni<Void> end(EmptyTables tables) {
        return tables.write(connection -> connection
                        .query("analyze trade_entry (entry, position); analyze bulk_end")
                        .execute()
                        .chain(() -> connection.query(MIDDLE).execute())
                        .map(found ->
                                Optional.ofNullable(found.iterator().next().getString(0))))
                .chain(middle -> middle.isEmpty()
                        ? tables.write(connection -> end(connection, "true", Tuple.tuple()))
                        : Uni.join()
                                .all(
                                        tables.write(
                                                connection -> end(connection, "entry < $1", Tuple.of(middle.get()))),
                                        tables.write(
                                                connection -> end(connection, "entry >= $1", Tuple.of(middle.get()))))
                                .andFailFast()
                                .replaceWithVoid())
                .chain(() -> tables.write(connection ->
                        connection.query("drop table bulk_end").execute().replaceWithVoid()));
    }

    /** What is stated of an entry ends what was stated before. Goes by the index on entry and position. */
    private static Uni<Void> end(SqlConnection connection, String which, Tuple middle) {
        return connection.preparedQuery("""
                        update trade_entry e
                        set known_to = s.next
                        from (select position, lead(position) over (partition by entry order by position) as next
                              from (select entry, position from trade_entry where %1$s
                                    union all
                                    select entry, position from bulk_end where %1$s) said) s
                        where s.next is not null and e.position = s.position
                        """.formatted(which)).execute(middle).replaceWithVoid();
    }

    /** Tells what is taken away from the sums by the positions after one, up to another. */
    static Uni<Void> ended(SqlConnection connection, long after, long upTo, Consumer<Sum> taken) {
        return connection
                .preparedQuery(ENDED)
                .execute(Tuple.of(after, upTo))
                .invoke(rows -> rows.forEach(row -> taken.accept(sum(row))))
                .replaceWithVoid();
    }

    private static Sum sum(Row row) {
        return new Sum(
                row.getInteger(0),
                row.getInteger(1),
                row.getString(2),
                Direction.parse(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                -row.getLong(8));
    }
}
