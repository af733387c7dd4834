package org.zoneregistry.projections.rebuild;

import static org.zoneregistry.projections.rebuild.Generation.execute;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.zoneregistry.jobs.Job;
import org.zoneregistry.jobs.JobRun;
import org.zoneregistry.jobs.Jobs;
import org.zoneregistry.jobs.Jobs.Progress;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.LogHead;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.projections.Projection;

/**
 * Fills a generation, as the run of a job. After the bulk fold every step is a transaction that also moves the
 * rebuild's token. A run that ends before leaves nothing, and the next run begins with another generation.
 */
final class RebuildRun {

    /** How many events a step folds after the bulk fold. */
    private static final int BATCH = 2_000;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Pool pool;
    private final DataSource database;
    private final EventLog log;
    private final Jobs jobs;
    private final JobRun run;
    private final Projection projection;
    private final RebuildRow rebuild;
    private final AtomicBoolean isWanted = new AtomicBoolean(true);
    private final AtomicLong folded = new AtomicLong();
    private final AtomicLong target = new AtomicLong();
    private final AtomicReference<Integer> generation = new AtomicReference<>();

    RebuildRun(
            Pool pool,
            DataSource database,
            EventLog log,
            Jobs jobs,
            JobRun run,
            Projection projection,
            RebuildRow rebuild) {
        this.pool = pool;
        this.database = database;
        this.log = log;
        this.jobs = jobs;
        this.run = run;
        this.projection = projection;
        this.rebuild = rebuild;
        this.generation.set(rebuild.generation());
        this.target.set(rebuild.shown().target());
    }

    /** Runs to the end. Also completes if the rebuild is no longer wanted. Fails if it can't continue. */
    Uni<Void> run() {
        return rebuild.position() > 0 ? goOn() : begin();
    }

    /** The progress. */
    Progress progress() {
        return new Progress(folded.get(), target.get(), null);
    }

    /** Makes it stop soon. */
    void stop() {
        isWanted.set(false);
    }

    private int number() {
        return generation.get();
    }

    private Uni<Void> goOn() {
        folded.set(rebuild.position());
        return catchUp();
    }

    private Uni<Void> begin() {
        return Generation.drop(pool, rebuild.generation())
                .chain(() -> pool.withTransaction(this::createAgain))
                .chain(created -> created.isEmpty()
                        ? nothing()
                        : end().chain(end -> fold(created.get(), end)).chain(this::catchUp));
    }

    /** Tables are created in the transaction that proves that the job is this run's, so a lost job leaves none. */
    private Uni<Optional<Generation>> createAgain(SqlConnection connection) {
        return RebuildTable.beginAgain(connection, run).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            generation.set(found.get());
            var tables = new Generation(pool, database, projection, number(), this::check);
            return tables.create(connection).replaceWith(Optional.of(tables));
        });
    }

    private Uni<Void> fold(Generation tables, long end) {
        var bulk = projection.bulk();
        long prefix = bulk.map(fold -> fold.prefix(end)).orElse(0L);
        Uni<Void> filled = prefix == 0 ? nothing() : bulk.orElseThrow().fold(tables, log, prefix, folded::set);
        return filled.chain(tables::indexAll)
                .chain(() -> prefix == 0 ? nothing() : tables.analyze())
                .chain(() -> pool.withTransaction(connection -> RebuildTable.locked(connection, run)
                        .chain(mine -> mine.isEmpty() ? nothing() : RebuildTable.move(connection, run, prefix))));
    }

    private void check() {
        if (!isWanted.get()) {
            throw new NotWantedException();
        }
    }

    /** The position to reach. */
    private Uni<Long> end() {
        Long upTo = rebuild.shown().upTo();
        return (upTo != null
                        ? Uni.createFrom().item(upTo)
                        : Uni.createFrom().completionStage(log::head).map(LogHead::position))
                .invoke(end -> target.set(Math.max(end, target.get())));
    }

    private Uni<Void> catchUp() {
        return Multi.createBy()
                .repeating()
                .uni(() -> isWanted.get()
                        ? end().chain(this::step)
                        : Uni.createFrom().item(true))
                .until(isOver -> isOver)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Folds a batch, or ends if there is no further event. Returns whether it has ended. */
    private Uni<Boolean> step(long end) {
        return pool.withTransaction(connection -> execute(connection, "set local synchronous_commit = off")
                        .chain(() -> RebuildTable.locked(connection, run))
                        .chain(mine ->
                                mine.isEmpty() ? Uni.createFrom().item(-1L) : apply(connection, mine.get(), end)))
                .chain(reached -> {
                    if (reached < 0) {
                        return Uni.createFrom().item(true);
                    }
                    folded.set(reached);
                    return reached < end ? Uni.createFrom().item(false) : finish();
                });
    }

    private Uni<Long> apply(SqlConnection connection, long position, long end) {
        if (position >= end) {
            return Uni.createFrom().item(position);
        }
        int limit = (int) Math.min(BATCH, end - position);
        return Uni.createFrom()
                .completionStage(() -> log.readAfter(connection.getDelegate(), position, limit))
                .chain(batch -> {
                    if (batch.isEmpty() || batch.getFirst().position() != position + 1) {
                        throw new IllegalStateException("The log has no event at position " + (position + 1) + ".");
                    }
                    return apply(connection, batch);
                });
    }

    private Uni<Long> apply(SqlConnection connection, List<StoredEvent> batch) {
        long last = batch.getLast().position();
        return execute(connection, Generation.entering(Generation.schema(number())))
                .chain(() -> projection.apply(connection, batch))
                .onFailure(RuntimeException.class)
                .transform(failure -> new IllegalStateException(
                        "From position " + batch.getFirst().position() + ": " + failure.getMessage(), failure))
                .chain(() -> RebuildTable.move(connection, run, last))
                .replaceWith(last);
    }

    private Uni<Boolean> finish() {
        if (rebuild.shown().copy() != null) {
            return jobs.end(run, progress(), Job.State.DONE, null).replaceWith(true);
        }
        return new Swap(pool, log, projection, run, number()).attempt().chain(outcome -> switch (outcome) {
            case DONE, GONE -> Uni.createFrom().item(true);
            case NOT_YET -> Uni.createFrom().item(false).onItem().delayIt().by(PAUSE);
        });
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /** Ends a fold that is no longer wanted. */
    static final class NotWantedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotWantedException() {
            super("no longer wanted");
        }
    }
}
