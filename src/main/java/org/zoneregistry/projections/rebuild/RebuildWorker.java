package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.follow.TransientFailures;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.UuidV7;
import org.zoneregistry.projections.Projection;

/**
 * Carries rebuilds out, one at a time on this node, and drops what nobody reads any more.
 *
 * <p>Who carries one out holds an advisory lock on a connection of its own, and says on it twice a second that it is
 * alive: a node that dies loses the lock with its connection, one that hangs when the server ends the silent session,
 * and another node goes on. What the first is still doing then fails, since it is fenced by the generation's number.
 */
final class RebuildWorker implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RebuildWorker.class);

    private static final long LOOK_EVERY_MILLIS = 1_000;

    private static final String LEASE = """
            select pg_try_advisory_lock(7596553794625432578 # hashtextextended($1::text, 0)),
                   set_config('idle_session_timeout', '30s', false)
            """;

    private static final String RELEASE =
            "select pg_advisory_unlock_all(), set_config('idle_session_timeout', '0', false)";

    private static final String UNSWEPT = """
            select id, generation, replaced
            from projection_rebuild
            where not is_swept and state not in ('filling', 'ready')
            order by started_at
            """;

    private static final String SWEPT = "update projection_rebuild set is_swept = true where id = $1";

    private static final String OUTDATED = "select version from projection where name = $1 and version < $2";

    private final Pool pool;
    private final DataSource database;
    private final EventLog log;
    private final Map<String, Projection> projections;
    private final UuidV7 ids;
    private final RebuildTable table;
    private final ScheduledExecutorService scheduler = Infrastructure.getDefaultWorkerPool();

    private @Nullable ScheduledFuture<?> poll;
    private @Nullable RebuildRun running;
    private @Nullable Cancellable beat;
    private boolean isClosed = true;
    private boolean isWorking;
    private boolean isWokenMeanwhile;
    private boolean areVersionsChecked;

    RebuildWorker(Pool pool, DataSource database, EventLog log, List<Projection> projections, UuidV7 ids) {
        this.pool = pool;
        this.database = database;
        this.log = log;
        this.projections = projections.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        this.ids = ids;
        this.table = new RebuildTable(pool);
    }

    synchronized void start() {
        isClosed = false;
        poll = scheduler.scheduleWithFixedDelay(this::wake, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What is running is broken off; whoever comes next goes on with it. */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (poll != null) {
            poll.cancel(false);
        }
        if (running != null) {
            running.stop();
        }
    }

    /** Looks soon what there is to do. */
    synchronized void wake() {
        isWokenMeanwhile = isWorking;
        if (!isClosed && !isWorking) {
            isWorking = true;
            scheduler.execute(
                    () -> Uni.createFrom().deferred(this::work).subscribe().with(done -> rest(), this::failed));
        }
    }

    private synchronized void rest() {
        isWorking = false;
        if (isWokenMeanwhile) {
            wake();
        }
    }

    private synchronized void failed(Throwable failure) {
        if (!isClosed) {
            LOG.logf(
                    TransientFailures.isOutage(failure) ? Level.DEBUG : Level.WARN,
                    "Rebuilds are looked at again later: %s",
                    failure);
        }
        isWorking = false;
    }

    private Uni<Void> work() {
        return checkVersions()
                .chain(() -> table.select("where state = 'filling' order by started_at"))
                .chain(found -> each(found, this::tryRebuild))
                .chain(this::sweep);
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

    /** A projection whose fold is newer than its tables is filled anew, once. */
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
                            "The projection %s is filled anew: its tables are of version %d of the fold, this program"
                                    + " has version %d.",
                            projection.name(), found.iterator().next().getInteger(0), projection.version());
                    return endOlder(projection)
                            .chain(() -> table.begin(ids.get(), projection, 0))
                            .replaceWithVoid();
                });
    }

    private Uni<Void> endOlder(Projection projection) {
        return table.select(
                        "where state = 'filling' and projection = $1 and version < $2",
                        projection.name(),
                        projection.version())
                .chain(found -> each(found, this::endOutdated));
    }

    private Uni<Void> endOutdated(RebuildRow rebuild) {
        return table.end(
                        rebuild.id(),
                        "filling",
                        "failed",
                        "The program has another version of the fold by now. Ask for it again.")
                .replaceWithVoid();
    }

    private Uni<Void> tryRebuild(RebuildRow found) {
        Projection projection = projections.get(found.shown().projection());
        if (projection == null || found.shown().version() > projection.version() || isClosed) {
            return Uni.createFrom().voidItem(); // another node's, which has a newer program
        }
        if (found.shown().version() < projection.version()) {
            return endOutdated(found);
        }
        return pool.getConnection()
                .chain(lease -> lease.preparedQuery(LEASE)
                        .execute(Tuple.of(found.id().toString()))
                        .chain(rows -> rows.iterator().next().getBoolean(0)
                                ? leased(lease, projection, found)
                                : Uni.createFrom().voidItem())
                        .onTermination()
                        .call(() -> lease.query(RELEASE)
                                .execute()
                                .onFailure()
                                .recoverWithNull()
                                .eventually(lease::close)));
    }

    /** It may have been carried on since it was found. */
    private Uni<Void> leased(SqlConnection lease, Projection projection, RebuildRow found) {
        return table.select("where id = $1 and state = 'filling'", found.id())
                .map(rows -> rows.stream().findFirst())
                .chain(now -> now.isEmpty() ? Uni.createFrom().voidItem() : carryOut(lease, projection, now));
    }

    private Uni<Void> carryOut(SqlConnection lease, Projection projection, Optional<RebuildRow> row) {
        RebuildRow rebuild = row.orElseThrow();
        var run = new RebuildRun(pool, database, log, table, projection, rebuild);
        begun(run, lease);
        return run.run()
                .onTermination()
                .invoke(this::ended)
                .onFailure(
                        failure -> isClosed || failure instanceof RebuildRun.NotWantedException || isTransient(failure))
                .invoke(failure -> LOG.infof("The rebuild %s is broken off: %s", rebuild.id(), failure))
                .onFailure(failure ->
                        !isClosed && !(failure instanceof RebuildRun.NotWantedException) && !isTransient(failure))
                .call(failure -> table.end(rebuild.id(), "filling", "failed", String.valueOf(failure.getMessage()))
                        .invoke(ended -> {
                            if (ended) {
                                LOG.errorf(failure, "The rebuild %s of %s failed.", rebuild.id(), projection.name());
                            }
                        }))
                .onFailure()
                .recoverWithNull();
    }

    private synchronized void begun(RebuildRun run, SqlConnection lease) {
        running = run;
        beat = Multi.createFrom()
                .ticks()
                .every(RebuildRun.beat())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(
                        tick -> lease.query("select").execute().chain(run::alive))
                .subscribe()
                .with(told -> {}, lost -> run.stop());
        if (isClosed) {
            run.stop();
        }
    }

    private synchronized void ended() {
        running = null;
        if (beat != null) {
            beat.cancel();
            beat = null;
        }
    }

    /** Drops the tables that nobody reads. Where somebody still does it is tried again later. */
    private Uni<Void> sweep() {
        return pool.query(UNSWEPT)
                .execute()
                .chain(rows -> each(rows.stream().toList(), row -> {
                    Integer replaced = row.getInteger("replaced");
                    return Generation.drop(pool, replaced == null ? row.getInteger("generation") : replaced)
                            .chain(() -> pool.preparedQuery(SWEPT).execute(Tuple.of(row.getUUID("id"))))
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
