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
 * A projection's tables, folded anew in a schema of their own, with a token that is moved in the same transaction.
 *
 * <p>Whoever folds locks the token, and then puts the schema before the search path. So the schema can't be dropped
 * meanwhile, and no statement finds the live tables, not even one that was prepared before: the server plans it anew,
 * since the search path is another one. It would not if temporary tables appeared before the live ones.
 *
 * <p>The tables are unlogged: a crash of the database empties them, and the token with them.
 */
final class FoldedTables {

    /** How many events are folded in one transaction. */
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

    /** There is no event at a position, but at later ones. */
    static final class GapException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final long position;

        GapException(long position) {
            super("The log has no event at position " + position + ".");
            this.position = position;
        }
    }

    /** Creates them, empty. */
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

    /** Drops them, if they are there. */
    Uni<Void> drop() {
        return drop(pool, schema);
    }

    /** Drops a schema of folded tables, if it is there; fails, to be tried again, while somebody folds in it. */
    static Uni<Void> drop(Pool pool, String schema) {
        return pool.withTransaction(connection -> execute(
                connection,
                "set local lock_timeout = '5s'; set local client_min_messages = warning; drop schema if exists "
                        + schema + " cascade"));
    }

    /**
     * Folds the next batch, but not past a position.
     *
     * @return the token afterwards; fails with {@link LostException}, {@link UnfoldableException}, {@link GapException}
     */
    Uni<Long> step(long upTo) {
        return pool.withTransaction(connection -> execute(connection, SETTINGS + "'5min'")
                .chain(() -> token(connection))
                .chain(token -> foldNext(connection, token, upTo)));
    }

    /** Works in one snapshot of the live tables and of all others; no live tables are swapped in meanwhile. */
    <T> Uni<T> inSnapshot(Function<SqlConnection, Uni<T>> work) {
        // the locks come before the first query, which takes the snapshot: tables that were swapped in after that would
        // look
        // empty in it
        return pool.withTransaction(connection -> execute(
                        connection,
                        "set transaction isolation level repeatable read; " + SETTINGS + "'1h'; lock table "
                                + projection.tables().stream()
                                        .map(ProjectionTable::name)
                                        .collect(Collectors.joining(", "))
                                + ", " + schema + ".token in access share mode")
                .chain(() -> work.apply(connection)));
    }

    /** Folds up to a position, in somebody's transaction. */
    Uni<Void> fold(SqlConnection connection, long upTo) {
        return token(connection)
                .chain(token -> token >= upTo
                        ? Uni.createFrom().voidItem()
                        : foldNext(connection, token, upTo).chain(() -> fold(connection, upTo)));
    }

    /** How far they are folded. */
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

    /** What was folded is lost, since the database has crashed. */
    static final class LostException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LostException() {
            super("What was folded is lost.");
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
                                + ", which it had a moment before. Ask again later.");
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
