package org.zoneregistry.trade.read.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Consumer;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.read.statistics.GroupChanges.Sum;

/** Fills the table of entries' versions in bulk: first the beginning of each version, then the ends. */
final class BulkEntries {

    private static final String CREATE = """
            create unlogged table bulk_end (position bigint primary key, entry text collate "C" not null);
            create unlogged table bulk_withdrawal (
                position bigint primary key, enterprise text collate "C", subject text collate "C",
                territory text collate "C", year smallint, month smallint, business_form text collate "C");
            create unlogged table bulk_statement (share integer not null, bytes bytea not null);
            alter table bulk_statement alter column bytes set storage external
            """;

    private static final String KEEP = "insert into bulk_statement (share, bytes)"
            + " select s.number - 1, s.bytes from unnest($1::bytea[]) with ordinality as s (bytes, number)";

    private static final String SHARE = "select bytes from bulk_statement where share = $1";

    /**
     * The few versions that end are looked up by index. The planner has no statistics of tables that were just filled.
     */
    private static final String LOOK_UP =
            "set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off";

    /** Each statement about an entry ends the one before. */
    private static final String END = """
            update trade_entry e
            set known_to = s.next
            from (select position, lead(position) over (partition by entry order by position) as next
                  from (select entry, position from trade_entry where position = any ($1)
                        union all
                        select entry, position from bulk_end where position = any ($1)) said) s
            where s.next is not null and e.position = s.position
            """;

    private static final String ENDED = """
            select known_to, year, month, zone, direction, business_form, hs_chapter, enterprise, partner, fen
            from trade_entry
            where known_to > $1 and known_to <= $2
            """;

    private BulkEntries() {}

    static Uni<Void> create(SqlConnection connection) {
        return connection.query(CREATE).execute().replaceWithVoid();
    }

    /** Stores a part of the statements about entries. */
    static Uni<Void> keep(SqlConnection connection, RepeatedEntries.Shares statements) {
        var bytes = statements.bytes().stream().map(Buffer::buffer).toArray(Buffer[]::new);
        return connection.preparedQuery(KEEP).execute(Tuple.of(bytes)).replaceWithVoid();
    }

    /** Creates the index on the number of the share, after all statements were stored. */
    static Uni<Void> index(SqlConnection connection) {
        return connection
                .query("create index on bulk_statement (share)")
                .execute()
                .replaceWithVoid();
    }

    /**
     * Ends the versions of a share of the entries. Needs all versions and ends in the tables, with an index on their
     * positions.
     */
    static Uni<Void> end(SqlConnection connection, int share) {
        return connection
                .preparedQuery(SHARE)
                .execute(Tuple.of(share))
                .map(rows -> RepeatedEntries.find(
                        rows.stream().map(row -> row.getBuffer(0).getBytes()).toList()))
                .chain(repeated -> repeated.length == 0
                        ? Uni.createFrom().voidItem()
                        : connection
                                .query(LOOK_UP)
                                .execute()
                                .chain(() -> connection.preparedQuery(END).execute(Tuple.of(repeated)))
                                .replaceWithVoid());
    }

    /** Drops the temporary tables of the ends. */
    static Uni<Void> done(SqlConnection connection) {
        return connection.query("drop table bulk_end, bulk_statement").execute().replaceWithVoid();
    }

    /** Drops the withdrawals of figures and enterprises, after their ends were set. */
    static Uni<Void> withdrawalsDone(SqlConnection connection) {
        return connection.query("drop table bulk_withdrawal").execute().replaceWithVoid();
    }

    /** Passes on the amounts that the positions after one, up to another, subtract from the sums. */
    static Uni<Void> ended(SqlConnection connection, long after, long upTo, Consumer<Sum> taken) {
        return connection
                .preparedQuery(ENDED)
                .execute(Tuple.of(after, upTo))
                .invoke(rows -> rows.forEach(row -> taken.accept(sum(row))))
                .replaceWithVoid();
    }

    private static Sum sum(Row row) {
        return new Sum(
                row.getLong(0),
                row.getInteger(1),
                row.getInteger(2),
                row.getString(3),
                Direction.parse(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                -row.getLong(9));
    }
}
