package org.zoneregistry.projections.rebuild;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.jobs.Jobs;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.LogHead;
import org.zoneregistry.log.UuidV7;
import org.zoneregistry.projections.Projection;

/** Starts, finds and cancels rebuilds. {@link RebuildWorker} carries them out. */
@ApplicationScoped
public class Rebuilds {

    private final EventLog log;
    private final Map<String, Projection> projections = new TreeMap<>();
    private final Jobs jobs;
    private final RebuildTable table;
    private final RebuildWorker worker;
    private final UuidV7 ids;

    @Inject
    Rebuilds(
            Jobs jobs,
            @PoolFor(Purpose.JOBS) Pool pool,
            AgroalDataSource database,
            EventLog log,
            @Any Instance<Projection> projections,
            InstantSource clock) {
        this(
                new RebuildWorker(
                        jobs, pool, database, log, projections.stream().toList(), new UuidV7(clock)),
                jobs,
                log,
                pool,
                projections.stream().toList(),
                clock);
    }

    Rebuilds(
            RebuildWorker worker,
            Jobs jobs,
            EventLog log,
            Pool pool,
            List<Projection> projections,
            InstantSource clock) {
        this.jobs = jobs;
        this.worker = worker;
        this.log = log;
        this.table = new RebuildTable(pool);
        this.ids = new UuidV7(clock);
        projections.forEach(projection -> this.projections.put(projection.name(), projection));
    }

    /** Runs after the projections have made their tokens. */
    void start(@Observes @Priority(Interceptor.Priority.APPLICATION + 500) StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.close();
    }

    /** The projection of that name; throws {@code projection-not-found} if there is none. */
    Projection named(String name) {
        Projection projection = projections.get(name);
        if (projection == null) {
            throw ProblemException.of(
                    ProblemType.PROJECTION_NOT_FOUND,
                    "There is no projection of this name; there are " + String.join(", ", projections.keySet()) + ".");
        }
        return projection;
    }

    /** All projections, by name. */
    List<Projection> projections() {
        return List.copyOf(projections.values());
    }

    /** Starts a rebuild of the live tables, or finds the one that is running. */
    Uni<Rebuild> start(Projection projection) {
        return Uni.createFrom()
                .completionStage(log::head)
                .map(LogHead::position)
                .chain(head -> start(projection, ids.get(), head));
    }

    private Uni<Rebuild> start(Projection projection, UUID id, long head) {
        return table.begin(id, projection, head)
                .chain(begun -> begun
                        ? table.select("where r.projection = $1 and job.id = $2", projection.name(), id)
                        : table.select(
                                "where r.projection = $1 and r.copy is null and " + RebuildTable.FILLING,
                                projection.name()))
                .chain(found -> {
                    if (found.isEmpty()) {
                        return start(projection); // the other one has ended in the meantime
                    }
                    worker.wake();
                    return Uni.createFrom().item(found.getFirst().shown());
                });
    }

    /** Starts a copy as of a prefix; empty if there is one of that name. Fails if there are too many. */
    Uni<Optional<Rebuild>> startCopy(Projection projection, String copy, long upTo) {
        UUID id = ids.get();
        return table.beginCopy(id, projection, copy, upTo)
                .chain(begun -> begun ? find(projection, id) : Uni.createFrom().item(Optional.<Rebuild>empty()))
                .invoke(worker::wake);
    }

    /** A rebuild of a projection. */
    Uni<Optional<Rebuild>> find(Projection projection, UUID id) {
        return table.select("where r.projection = $1 and job.id = $2", projection.name(), id)
                .map(found -> found.stream().map(RebuildRow::shown).findFirst());
    }

    /** A copy that is ready. */
    Uni<Optional<RebuildRow>> findCopy(String projection, String copy) {
        return table.select("where r.projection = $1 and r.copy = $2 and " + RebuildTable.READY, projection, copy)
                .map(found -> found.stream().findFirst());
    }

    /** The rebuilds of a projection, the latest first. */
    Uni<List<Rebuild>> list(String projection, int limit) {
        return table.select("where r.projection = $1 order by job.id desc limit $2", projection, limit)
                .map(found -> found.stream().map(RebuildRow::shown).toList());
    }

    /** Cancels a running rebuild, or drops a copy. Other rebuilds keep their state. */
    Uni<Optional<Rebuild>> giveUp(Projection projection, UUID id) {
        return find(projection, id)
                .call(found -> found.isEmpty() ? Uni.createFrom().voidItem() : giveUp(found.get()))
                .chain(found -> find(projection, id))
                .invoke(worker::wake);
    }

    private Uni<Void> giveUp(Rebuild rebuild) {
        return jobs.cancel(rebuild.id())
                .chain(cancelled -> cancelled ? Uni.createFrom().voidItem() : table.drop(rebuild.id()));
    }
}
