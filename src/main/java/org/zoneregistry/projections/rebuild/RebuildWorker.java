package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.follow.Follower;
import org.zoneregistry.follow.Follower.Next;
import org.zoneregistry.follow.TransientFailures;
import org.zoneregistry.jobs.Heartbeat;
import org.zoneregistry.jobs.Job;
import org.zoneregistry.jobs.JobRun;
import org.zoneregistry.jobs.Jobs;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.UuidV7;
import org.zoneregistry.projections.Projection;

/**
 * Carries out rebuilds, one at a time on this node, and drops tables that are no longer used.
 *
 * <p>A node that dies or hangs loses its job with the lease, and another node continues it. Later writes of the first
 * node fail, because its run and the generation number are checked.
 */
final class RebuildWorker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RebuildWorker.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** A long prefix takes a long time. The heartbeat decides whether a rebuild may continue. */
    private static final Duration STEP_TIMEOUT = Duration.ofDays(100);

    private static final String UNSWEPT = "select r.job, r.generation, r.replaced"
            + " from job join projection_rebuild r on r.job = job.id"
            + " where not r.is_swept and not " + RebuildTable.FILLING + " and not " + RebuildTable.READY
            + " order by job.id";

    private static final String SWEPT = "update projection_rebuild set is_swept = true where job = $1";

    private static final String OUTDATED = "select version from projection where name = $1 and version < $2";

    private final Pool pool;
    private final DataSource database;
    private final EventLog log;
    private final Map<String, Projection> projections;
    private final UuidV7 ids;
    private final Jobs jobs;
    private final RebuildTable table;
    private final Follower follower =
            new Follower("The worker for rebuilds", null, LOOK_EVERY, STEP_TIMEOUT, this::work);
    private @Nullable RebuildRun running;
    private boolean isClosed = true;
    private boolean areVersionsChecked;

    RebuildWorker(Jobs jobs, Pool pool, DataSource database, EventLog log, List<Projection> projections, UuidV7 ids) {
        this.jobs = jobs;
        this.pool = pool;
        this.database = database;
        this.log = log;
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.ids = ids;
        this.table = new RebuildTable(pool);
    }

    synchronized void start() {
        isClosed = false;
        follower.start();
    }

    /** Stops the running rebuild. Another node continues it. */
    @Override
    public synchronized void close() {
        isClosed = true;
        follower.close();
        if (running != null) {
            running.stop();
        }
    }

    /** Makes it look for work soon. */
    void wake() {
        follower.wake();
    }

    private Uni<Next> work() {
        return checkVersions()
                .chain(() -> table.select("where " + RebuildTable.FILLING + " order by job.id"))
                .chain(found -> each(found, this::tryRebuild))
                .chain(this::sweep)
                .replaceWith(Next.whenWoken(Duration.ZERO));
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Rebuilds a projection, once, if its fold is newer than its tables. */
    private Uni<Void> checkVersions() {
        return areVersionsChecked
                ? Uni.createFrom().voidItem()
                : each(List.copyOf(projections.values()), this::checkVersion).invoke(() -> areVersionsChecked = true);
    }

    private Uni<Void> checkVersion(Projection projection) {
        return pool.preparedQuery(OUTDATED)
                .execute(Tuple.of(projection.name(), projection.version()))
                .chain(found -> {
                    if (found.size() == 0) {
                        return Uni.createFrom().voidItem();
                    }
                    LOG.infof(
                            "The projection %s is rebuilt: its tables are of version %d of the fold, this program has"
                                    + " version %d.",
                            projection.name(), found.iterator().next().getInteger(0), projection.version());
                    return endOlder(projection)
                            .chain(() -> table.begin(ids.get(), projection, 0))
                            .replaceWithVoid();
                });
    }

    private Uni<Void> endOlder(Projection projection) {
        return table.select(
                        "where " + RebuildTable.FILLING + " and r.projection = $1 and r.version < $2",
                        projection.name(),
                        projection.version())
                .chain(found -> each(found, this::endOutdated));
    }

    private Uni<Void> endOutdated(RebuildRow rebuild) {
        return jobs.fail(rebuild.id(), "The program has another version of the fold now. Start the rebuild again.")
                .replaceWithVoid();
    }

    private Uni<Void> tryRebuild(RebuildRow found) {
        Projection projection = projections.get(found.shown().projection());
        if (projection == null || found.shown().version() > projection.version() || isClosed) {
            return Uni.createFrom().voidItem(); // a node with a newer program has to carry it out
        }
        if (found.shown().version() < projection.version()) {
            return endOutdated(found);
        }
        return jobs.take(found.kind(), found.subject())
                .chain(run -> run.isEmpty() ? Uni.createFrom().voidItem() : taken(run.get(), projection));
    }

    private Uni<Void> taken(JobRun run, Projection projection) {
        return table.select("where job.id = $1", run.job()).chain(rows -> carryOut(run, projection, rows.getFirst()));
    }

    private Uni<Void> carryOut(JobRun run, Projection projection, RebuildRow rebuild) {
        var filling = new RebuildRun(pool, database, log, jobs, run, projection, rebuild);
        var heartbeat = new Heartbeat(jobs, run, filling::progress, loss -> filling.stop());
        begun(filling);
        return filling.run()
                .onTermination()
                .invoke(this::ended)
                .onTermination()
                .invoke(heartbeat::close)
                .onFailure()
                .recoverWithUni(failure -> failed(run, filling, failure))
                .call(() -> jobs.release(run))
                .onFailure()
                .invoke(failure -> LOG.warnf("The end of the rebuild %s was not stored: %s", run.job(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> failed(JobRun run, RebuildRun filling, Throwable failure) {
        if (isClosed || failure instanceof RebuildRun.NotWantedException || isTransient(failure)) {
            LOG.infof("The rebuild %s was interrupted: %s", run.job(), failure);
            return Uni.createFrom().voidItem();
        }
        LOG.errorf(failure, "The rebuild %s failed.", run.job());
        return jobs.end(run, filling.progress(), Job.State.FAILED, String.valueOf(failure.getMessage()))
                .replaceWithVoid();
    }

    private synchronized void begun(RebuildRun run) {
        running = run;
        if (isClosed) {
            run.stop();
        }
    }

    private synchronized void ended() {
        running = null;
    }

    /** Drops tables that are no longer used. If a transaction still holds them, it retries later. */
    private Uni<Void> sweep() {
        return pool.query(UNSWEPT)
                .execute()
                .chain(rows -> each(rows.stream().toList(), row -> {
                    Integer replaced = row.getInteger("replaced");
                    return Generation.drop(pool, replaced == null ? row.getInteger("generation") : replaced)
                            .chain(() -> pool.preparedQuery(SWEPT).execute(Tuple.of(row.getUUID("job"))))
                            .replaceWithVoid()
                            .onFailure(RebuildWorker::isTransient)
                            .recoverWithNull();
                }));
    }

    private static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                return refused.getSQLState() == null || TransientFailures.isTransientState(refused.getSQLState());
            }
        }
        return TransientFailures.isTransient(failure);
    }
}
