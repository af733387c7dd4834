package org.zoneregistry.projections;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.tracing.Traces;

/**
 * One step of a projection, in one transaction: lock its token, read the next events, apply them and move the token.
 *
 * <p>The lock on the token's row makes sure that one node at a time applies. It ends with the transaction. A node that
 * dies loses it with its connection; a node that hangs loses it when the server ends the idle transaction.
 *
 * <p>If another version of the fold has filled the tables, this node does not apply events; it only reads the position.
 */
final class TokenStep {

    /**
     * Commits don't wait for the disk. If the database crashes, token and tables both return to an earlier state. The
     * log, which is on disk, is then applied again from there.
     */
    private static final String LOCK = """
            select position, generation,
                   set_config('synchronous_commit', 'off', true),
                   set_config('idle_in_transaction_session_timeout', '15s', true)
            from projection
            where name = $1 and version = $2
            for update skip locked
            """;

    private static final String READ = "select position, generation from projection where name = $1";

    private static final String CREATE =
            "insert into projection (name, generation, version) values ($1, 1, $2) on conflict do nothing";

    private static final String MOVE = """
            update projection
            set position = $3, applied_at = clock_timestamp()
            where name = $1 and version = $2 and position = $4
            """;

    private final Pool pool;
    private final EventLog log;
    private final Projection projection;
    private final Traces traces;

    TokenStep(Pool pool, EventLog log, Projection projection, Traces traces) {
        this.pool = pool;
        this.log = log;
        this.projection = projection;
        this.traces = traces;
    }

    /**
     * The result of a step.
     *
     * @param position the token afterwards
     * @param generation of the tables that are served; 0 if it isn't known
     * @param applied how many events were applied
     * @param elsewhere whether another node applies, or has to
     */
    record Outcome(long position, int generation, int applied, boolean elsewhere) {}

    /** A batch could not be applied. */
    static final class BatchFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** The first position of the batch. */
        final long first;

        BatchFailure(long first, Throwable cause) {
            super("From position " + first + ": " + cause, cause);
            this.first = first;
        }
    }

    /** Takes the step, with at most that many events. Fails with {@link BatchFailure} if they can't be applied. */
    Uni<Outcome> take(int limit) {
        return pool.withTransaction(connection -> connection
                        .preparedQuery(LOCK)
                        .execute(key())
                        .chain(locked -> locked.size() == 0
                                ? Uni.createFrom().nullItem()
                                : apply(connection, locked.iterator().next(), limit)))
                .chain(outcome -> outcome == null ? follow() : Uni.createFrom().item(outcome));
    }

    private Uni<Outcome> apply(SqlConnection connection, Row locked, int limit) {
        long token = position(locked);
        return Uni.createFrom()
                .completionStage(() -> log.readAfter(connection.getDelegate(), token, limit))
                .chain(batch -> batch.isEmpty() ? Uni.createFrom().item(token) : apply(connection, token, batch))
                .map(last -> new Outcome(last, generation(locked), Math.toIntExact(last - token), false));
    }

    /** Returns the last position. */
    private Uni<Long> apply(SqlConnection connection, long token, List<StoredEvent> batch) {
        if (batch.getFirst().position() != token + 1) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("The log continues at position "
                            + batch.getFirst().position() + ", not at " + (token + 1) + "."));
        }
        long last = batch.getLast().position();
        List<Span> spans = spans(batch);
        return Uni.createFrom()
                .deferred(() -> projection.apply(connection, batch))
                .chain(() -> connection
                        .preparedQuery(MOVE)
                        .execute(Tuple.of(projection.name(), projection.version(), last, token)))
                .map(moved -> {
                    if (moved.rowCount() != 1) {
                        throw new IllegalStateException("The token was moved without its lock.");
                    }
                    return last;
                })
                .onTermination()
                .invoke((applied, failure, cancelled) -> spans.forEach(span -> Traces.end(span, failure)))
                .onFailure()
                .transform(failure -> new BatchFailure(token + 1, failure));
    }

    /** One in the trace of each request whose events are in the batch. */
    private List<Span> spans(List<StoredEvent> batch) {
        if (!traces.areSent()) {
            return List.of();
        }
        Map<String, UUID> appended = new LinkedHashMap<>();
        for (StoredEvent event : batch) {
            String trace = event.metadata().get("traceId");
            if (trace != null) {
                appended.putIfAbsent(trace, event.id());
            }
        }
        return traces.beginStep("project " + projection.name(), appended);
    }

    /** Reads the position of the token, and creates the token if there is none. */
    Uni<Outcome> follow() {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(projection.name()))
                .chain(rows -> rows.size() == 1
                        ? Uni.createFrom().item(rows.iterator().next()).map(TokenStep::elsewhere)
                        : pool.preparedQuery(CREATE).execute(key()).replaceWith(new Outcome(0, 0, 0, true)));
    }

    private Tuple key() {
        return Tuple.of(projection.name(), projection.version());
    }

    private static Outcome elsewhere(Row token) {
        return new Outcome(position(token), generation(token), 0, true);
    }

    private static long position(Row token) {
        return token.getLong("position");
    }

    private static int generation(Row token) {
        return token.getInteger("generation");
    }
}
