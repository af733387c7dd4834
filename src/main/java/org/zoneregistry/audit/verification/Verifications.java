package org.zoneregistry.audit.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;
import org.zoneregistry.jobs.Heartbeat;
import org.zoneregistry.jobs.Job;
import org.zoneregistry.jobs.JobKind;
import org.zoneregistry.jobs.JobRun;
import org.zoneregistry.jobs.Jobs;
import org.zoneregistry.jobs.Jobs.Asked;
import org.zoneregistry.jobs.Jobs.Progress;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.UuidV7;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.projections.Projection;

/** Starts verifications, one at a time for a database, and keeps their results. */
@ApplicationScoped
public class Verifications {

    private static final Logger LOG = Logger.getLogger(Verifications.class);

    /** For the stored form only. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static final JobKind KIND = new JobKind("verification", Duration.ofSeconds(30), false, true);

    private static final String SUBJECT = "registry";

    private final Jobs jobs;
    private final Pool pool;
    private final EventLog log;
    private final List<Projection> projections;
    private final InstantSource clock;
    private final UuidV7 ids;
    private final JobKind kind;
    private volatile @Nullable Cancellable running;
    private volatile @Nullable Cancellable sweeping;

    @Inject
    Verifications(
            Jobs jobs,
            @PoolFor(Purpose.JOBS) Pool pool,
            EventLog log,
            @Any Instance<Projection> projections,
            InstantSource clock) {
        this(jobs, pool, log, projections.stream().toList(), clock, KIND);
    }

    Verifications(Jobs jobs, Pool pool, EventLog log, List<Projection> projections, InstantSource clock, JobKind kind) {
        this.jobs = jobs;
        this.pool = pool;
        this.log = log;
        this.projections = projections;
        this.clock = clock;
        this.ids = new UuidV7(clock);
        this.kind = kind;
    }

    /**
     * Drops the schemas of verifications whose node has died. It waits until every lease from before the start has
     * expired.
     */
    void start(@Observes StartupEvent started) {
        sweeping = Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(kind.lease().multipliedBy(2))
                .chain(() -> FoldedSchemas.sweep(pool))
                .subscribe()
                .with(done -> {}, failure -> LOG.infof("Earlier verifications are cleaned up later: %s", failure));
    }

    /** Starts a verification, or finds the running one. */
    Uni<Verification> start() {
        var run = new VerificationRun(pool, log, projections, clock, ids.get());
        Verification begun = run.report();
        var asked = new Asked(begun.id(), kind, SUBJECT, path(begun.id()), null, form(begun));
        return CallerContext.returnTo(jobs.begin(asked)).chain(held -> {
            if (held.isPresent()) {
                running = carryOut(run, held.get())
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .subscribe()
                        .with(
                                done -> {},
                                failure -> LOG.error("A verification failed, and its end was not stored.", failure));
                return Uni.createFrom().item(begun);
            }
            return select("and " + Job.STATE + " = 'running'")
                    .chain(found -> found.isEmpty()
                            ? start() // it has ended meanwhile
                            : Uni.createFrom().item(found.getFirst()));
        });
    }

    /** The path of a verification. */
    static String path(UUID id) {
        return "/v1/audit/verifications/" + id;
    }

    /** Runs a verification on a worker thread, and stores the result. Never fails. */
    private Uni<Void> carryOut(VerificationRun run, JobRun held) {
        return Uni.createFrom()
                .deferred(() -> {
                    var heartbeat = new Heartbeat(jobs, held, () -> progress(run.report()), loss -> run.stop());
                    return FoldedSchemas.sweep(pool)
                            .chain(run::run)
                            .onTermination()
                            .invoke(heartbeat::close);
                })
                .chain(ended -> end(held, ended));
    }

    private Uni<Void> end(JobRun held, Verification ended) {
        var state = Job.State.valueOf(ended.state().name());
        return new Attempts()
                .at(held.lease(), () -> jobs.end(held, progress(ended), state, ended.problem()))
                .onItemOrFailure()
                .transform((isKept, failure) -> {
                    if (failure != null || !isKept) {
                        LOG.warnf("The end of the verification %s was not stored: %s", ended.id(), failure);
                    }
                    return null;
                });
    }

    private static Progress progress(Verification now) {
        return new Progress(now.eventsChecked(), now.head(), form(now));
    }

    Uni<Optional<Verification>> find(UUID id) {
        return CallerContext.returnTo(
                select("and id = $2", id).map(found -> found.stream().findFirst()));
    }

    /** The latest first. */
    Uni<List<Verification>> list(int limit) {
        return CallerContext.returnTo(select("order by id desc limit $2", limit));
    }

    void stop(@Observes ShutdownEvent stopping) {
        cancel(sweeping);
        cancel(running);
    }

    private static void cancel(@Nullable Cancellable work) {
        if (work != null) {
            work.cancel();
        }
    }

    private Uni<List<Verification>> select(String which, Object... arguments) {
        return jobs.select(kind, which, arguments)
                .map(found -> found.stream()
                        .map(kept -> read(kept.report()).as(kept.job()))
                        .toList());
    }

    private static JsonObject form(Verification verification) {
        try {
            return new JsonObject(JSON.writeValueAsString(verification));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Verification read(JsonObject form) {
        try {
            return JSON.readValue(form.encode(), Verification.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
