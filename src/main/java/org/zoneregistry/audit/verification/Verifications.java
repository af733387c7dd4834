package org.zoneregistry.audit.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.UuidV7;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.projections.Projection;

/** Starts verifications, one at a time for a database, and keeps what they found. */
@ApplicationScoped
public class Verifications {

    private static final Logger LOG = Logger.getLogger(Verifications.class);

    /** As it is kept, which is nobody else's business. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String BEGIN = """
            insert into audit_verification (id, state, started_at, seen_at, report)
            values ($1, 'running', clock_timestamp(), clock_timestamp(), $2)
            on conflict do nothing
            """;

    /** One that was given up stays so, whoever still carries it out: its lease is this row. */
    private static final String TELL =
            "update audit_verification set state = $2, seen_at = clock_timestamp(), report = $3"
                    + " where id = $1 and state in ('running', $2)";

    private final Pool pool;
    private final Pool jobs;
    private final EventLog log;
    private final List<Projection> projections;
    private final InstantSource clock;
    private final UuidV7 ids;
    private final VerificationLease.Times times;
    /** Which have no valid lease any more; another may begin. */
    private final String silent;

    private volatile @Nullable Cancellable running;
    private volatile @Nullable Cancellable sweeping;

    @Inject
    Verifications(
            Pool pool,
            @PoolFor(Purpose.JOBS) Pool jobs,
            EventLog log,
            @Any Instance<Projection> projections,
            InstantSource clock) {
        this(pool, jobs, log, projections.stream().toList(), clock, VerificationLease.Times.DEFAULT);
    }

    Verifications(
            Pool pool,
            Pool jobs,
            EventLog log,
            List<Projection> projections,
            InstantSource clock,
            VerificationLease.Times times) {
        this.pool = pool;
        this.jobs = jobs;
        this.log = log;
        this.projections = projections;
        this.clock = clock;
        this.ids = new UuidV7(clock);
        this.times = times;
        this.silent = "state = 'running' and seen_at < clock_timestamp() - make_interval(secs => "
                + times.held().toMillis() / 1000.0 + ")";
    }

    /**
     * What those that ended with their node have left is dropped, once no lease from before the start is valid any
     * more.
     */
    void start(@Observes StartupEvent started) {
        sweeping = Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(times.held().multipliedBy(2))
                .chain(this::bury)
                .chain(() -> FoldedSchemas.sweep(jobs))
                .subscribe()
                .with(done -> {}, failure -> LOG.infof("Earlier verifications are looked at later: %s", failure));
    }

    private Uni<Void> bury() {
        return pool.query("update audit_verification set state = 'failed' where " + silent)
                .execute()
                .replaceWithVoid();
    }

    /** Starts one, or finds the one that is running. */
    Uni<Verification> start() {
        var run = new VerificationRun(jobs, log, projections, clock, ids.get());
        Verification begun = run.report();
        return CallerContext.returnTo(bury().chain(
                        () -> pool.preparedQuery(BEGIN).execute(Tuple.of(begun.id(), form(begun))))
                .chain(inserted -> {
                    if (inserted.rowCount() == 0) {
                        return select("where state = 'running'", Tuple.tuple())
                                .chain(found -> found.isEmpty()
                                        ? start()
                                        : Uni.createFrom().item(found.getFirst()));
                    }
                    running = new VerificationLease(times, run, this::tell).start(FoldedSchemas.sweep(jobs));
                    return Uni.createFrom().item(begun);
                }));
    }

    /** One of them. */
    Uni<Optional<Verification>> find(UUID id) {
        return CallerContext.returnTo(select("where id = $1", Tuple.of(id))
                .map(found -> found.stream().findFirst()));
    }

    /** The latest first. */
    Uni<List<Verification>> list(int limit) {
        return CallerContext.returnTo(select("order by id desc limit $1", Tuple.of(limit)));
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

    /** Keeps what is so far; false where it was given up meanwhile. */
    private Uni<Boolean> tell(Verification now) {
        return jobs.preparedQuery(TELL)
                .execute(Tuple.of(now.id(), now.state().name().toLowerCase(Locale.ROOT), form(now)))
                .map(told -> told.rowCount() == 1);
    }

    private Uni<List<Verification>> select(String which, Tuple arguments) {
        String interrupted = "(state = 'failed' and report ->> 'state' = 'RUNNING') or (" + silent + ")";
        return pool.preparedQuery("select report, " + interrupted + ", seen_at from audit_verification " + which)
                .execute(arguments)
                .map(rows -> {
                    List<Verification> found = new ArrayList<>();
                    for (Row row : rows) {
                        Verification verification = read(row.getJsonObject(0));
                        found.add(
                                row.getBoolean(1)
                                        ? verification.interrupted(
                                                row.getOffsetDateTime(2).toInstant())
                                        : verification);
                    }
                    return found;
                });
    }

    private JsonObject form(Verification verification) {
        try {
            return new JsonObject(JSON.writeValueAsString(verification));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Verification read(JsonObject form) {
        try {
            return JSON.readValue(form.encode(), Verification.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
