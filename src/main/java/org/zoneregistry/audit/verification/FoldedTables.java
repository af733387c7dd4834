package org.zoneregistry.audit.verification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zoneregistry.audit.verification.Attempts.NotYetException;
import org.zoneregistry.follow.TransientFailures;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionTable;

/**
 * The tables of a projection, folded again from the log in a schema of their own, with a token that moves in the same
 * transaction.
 *
 * <p>A fold first locks the token, and then puts the schema first in the search path. The lock prevents that the schema
 * is dropped meanwhile. With the changed search path no statement uses the live tables, not even an already prepared
 * one, because the server plans it again. Temporary tables would not have this effect: the server would not plan
 * prepared statements again.
 *
 * <p>The tables are unlogged: a crash of the database empties them, including the token.
 */
final class FoldedTables {

    /** The largest number of events that are folded in one transaction. */
    static final int BATCH = 2_000;

    private static final long ANALYZE_EVERY = 50_000;

    private static final String SETTINGS = "set local synchronous_commit = off; set local lock_timeout = '10s';"
            + " set local idle_in_transaction_session_timeout = '60s'; set local statement_timeout = ";

    private final Pool pool;
    private final EventLog log;
    private final Projection projection;
    private final String schema;

    FoldedTables(Pool pool, EventLog log, Projection projection, String schema) {
        this.pool = pool;
        this.log = log;
        this.projection = projection;
        this.schema = schema;
    }

    String schema() {
        return schema;
    }

    /** The events of a batch can't be folded. */
    static final class UnfoldableException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnfoldableException(List<StoredEvent> batch, Throwable cause) {
            super(
                    "The events from position " + batch.getFirst().position() + " to "
                            + batch.getLast().position() + " can't be folded by this version of the program.",
                    cause);
        }
    }

    /** There is no event at a position, but there are later events. */
    static final class GapException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final long position;

        GapException(long position) {
            super("The log has no event at position " + position + ".");
            this.position = position;
        }
    }

    /** Creates the empty tables. */
    Uni<Void> create() {
        String each = projection.tables().stream()
                .map(table -> " create unlogged table " + schema + "." + table.name() + " (like " + table.name()
                        + " including all);")
                .collect(Collectors.joining());
        return pool.withTransaction(connection -> execute(
                connection,
                "set local client_min_messages = warning; set local lock_timeout = '10s'; drop schema if exists "
                        + schema
                        + " cascade; create schema " + schema + "; create unlogged table " + schema
                        + ".token (position bigint not null); insert into " + schema + ".token values (0);" + each));
    }

    /** Drops the tables, if they exist. */
    Uni<Void> drop() {
        return drop(pool, schema);
    }

    /** Drops a schema of folded tables, if it exists. Fails while a fold uses the schema; the caller retries. */
    static Uni<Void> drop(Pool pool, String schema) {
        return pool.withTransaction(connection -> execute(
                connection,
                "set local lock_timeout = '5s'; set local client_min_messages = warning; drop schema if exists "
                        + schema + " cascade"));
    }

    /**
     * Folds the next batch, but not past a position.
     *
     * @return the new token; fails with {@link LostException}, {@link UnfoldableException}, {@link GapException}
     */
    Uni<Long> step(long upTo) {
        return pool.withTransaction(connection -> execute(connection, SETTINGS + "'5min'")
                .chain(() -> token(connection))
                .chain(token -> foldNext(connection, token, upTo)));
    }

    /** Works in one snapshot of the live tables and all others. No other live tables are swapped in meanwhile. */
    <T> Uni<T> inSnapshot(Function<SqlConnection, Uni<T>> work) {
        // take the locks before the first query, which takes the snapshot. Tables that were swapped in between would
        // look empty in the snapshot
        return pool.withTransaction(connection -> execute(
                        connection,
                        "set transaction isolation level repeatable read; " + SETTINGS + "'1h'; lock table "
                                + projection.tables().stream()
                                        .map(ProjectionTable::name)
                                        .collect(Collectors.joining(", "))
                                + ", " + schema + ".token in access share mode")
                .chain(() -> work.apply(connection)));
    }

    /** Folds up to a position, in the caller's transaction. */
    Uni<Void> fold(SqlConnection connection, long upTo) {
        return token(connection)
                .chain(token -> token >= upTo
                        ? Uni.createFrom().voidItem()
                        : foldNext(connection, token, upTo).chain(() -> fold(connection, upTo)));
    }

    /** The last folded position. Locks it. */
    Uni<Long> token(SqlConnection connection) {
        return connection
                .query("select position from " + schema + ".token for update")
                .execute()
                .map(rows -> {
                    if (rows.size() == 0) {
                        throw new LostException();
                    }
                    return rows.iterator().next().getLong(0);
                });
    }

    /** The folded rows are lost, because the database has crashed. */
    static final class LostException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostException() {
            super("The folded rows are lost.");
        }
    }

    private Uni<Long> foldNext(SqlConnection connection, long token, long upTo) {
        if (token >= upTo) {
            return Uni.createFrom().item(token);
        }
        int limit = (int) Math.min(BATCH, upTo - token);
        return Uni.createFrom()
                .completionStage(() -> log.readAfter(connection.getDelegate(), token, limit))
                .chain(batch -> {
                    if (batch.isEmpty()) {
                        throw new NotYetException("The log ended before position " + (token + 1)
                                + ", which was there shortly before. Try again later.");
                    }
                    if (batch.getFirst().position() != token + 1) {
                        throw new GapException(token + 1);
                    }
                    return apply(connection, token, batch);
                });
    }

    private Uni<Long> apply(SqlConnection connection, long token, List<StoredEvent> batch) {
        long last = batch.getLast().position();
        return connection
                .query("select set_config('search_path', '" + schema + ", ' || current_setting('search_path'), true)")
                .execute()
                .chain(() -> Uni.createFrom().deferred(() -> projection.apply(connection, batch)))
                .onFailure(failure -> !TransientFailures.isTransient(failure))
                .transform(failure -> new UnfoldableException(batch, failure))
                .chain(() -> execute(connection, "set local search_path to default"))
                .chain(() -> execute(connection, "update " + schema + ".token set position = " + last))
                .chain(() -> last / ANALYZE_EVERY > token / ANALYZE_EVERY
                        ? analyze(connection)
                        : Uni.createFrom().voidItem())
                .replaceWith(last);
    }

    private Uni<Void> analyze(SqlConnection connection) {
        return Multi.createFrom()
                .iterable(projection.tables())
                .onItem()
                .transformToUniAndConcatenate(table -> execute(connection, "analyze " + schema + "." + table.name()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> execute(SqlConnection connection, String sql) {
        return connection.query(sql).execute().replaceWithVoid();
    }
}
