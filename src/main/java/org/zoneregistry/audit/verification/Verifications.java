package org.zoneregistry.audit.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.eventstore.UuidV7;
import org.zoneregistry.platform.CallerContext;
import org.zoneregistry.platform.projection.Projection;

/** Starts verifications, one at a time for a database, and keeps what they found. */
@ApplicationScoped
public class Verifications {

    private static final Logger LOG = Logger.getLogger(Verifications.class);

    /** One that has given no sign of life for so long is no more; another may begin. */
    private static final String SILENT = "state = 'running' and seen_at < clock_timestamp() - interval '10 seconds'";

    /** As it is kept, which is nobody else's business. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final Duration BEAT = Duration.ofSeconds(1);

    private static final String BURY = "update audit_verification set state = 'failed' where " + SILENT;
    private static final String BEGIN = """
            insert into audit_verification (id, state, started_at, seen_at, report)
            values ($1, 'running', clock_timestamp(), clock_timestamp(), $2)
            on conflict do nothing
            """;
    private static final String TELL =
            "update audit_verification set state = $2, seen_at = clock_timestamp(), report = $3"
                    + " where id = $1 and state = 'running'";
    private static final String SELECT = "select report, (state = 'failed' and report ->> 'state' = 'RUNNING') or ("
            + SILENT + ") as interrupted, seen_at from audit_verification ";

    private final Pool pool;
    private final EventLog log;
    private final List<Projection> projections;
    private final InstantSource clock;
    private final UuidV7 ids;
    private volatile @Nullable Cancellable running;

    Verifications(Pool pool, EventLog log, @Any Instance<Projection> projections, InstantSource clock) {
        this.pool = pool;
        this.log = log;
        this.projections = projections.stream().toList();
        this.clock = clock;
        this.ids = new UuidV7(clock);
    }

    /** Starts one, or finds the one that is running. */
    Uni<Verification> start() {
        var run = new VerificationRun(pool, log, projections, clock, ids.get());
        Verification begun = run.report();
        return CallerContext.returnTo(pool.query(BURY)
                .execute()
                .chain(() -> pool.preparedQuery(BEGIN).execute(Tuple.of(begun.id(), form(begun))))
                .chain(inserted -> {
                    if (inserted.rowCount() == 0) {
                        return select("where state = 'running'", Tuple.tuple())
                                .chain(found -> found.isEmpty()
                                        ? start()
                                        : Uni.createFrom().item(found.getFirst()));
                    }
                    carryOut(run);
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
        Cancellable now = running;
        if (now != null) {
            now.cancel();
        }
    }

    private void carryOut(VerificationRun run) {
        Cancellable beat = Multi.createFrom()
                .ticks()
                .every(BEAT)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> tell(run.report()))
                .subscribe()
                .with(told -> {}, Verifications::untold);
        running = run.run()
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onTermination()
                .invoke(beat::cancel)
                .chain(this::tell)
                .subscribe()
                .with(told -> {}, Verifications::untold);
    }

    private static void untold(Throwable failure) {
        LOG.warn("A verification could not be kept.", failure);
    }

    private Uni<Void> tell(Verification now) {
        return pool.preparedQuery(TELL)
                .execute(Tuple.of(now.id(), now.state().name().toLowerCase(Locale.ROOT), form(now)))
                .replaceWithVoid();
    }

    private Uni<List<Verification>> select(String which, Tuple arguments) {
        return pool.preparedQuery(SELECT + which).execute(arguments).map(rows -> {
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
