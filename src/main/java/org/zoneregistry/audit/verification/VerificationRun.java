package org.zoneregistry.audit.verification;

import static org.zoneregistry.audit.verification.Finding.Kind.EVENT_MISSING;
import static org.zoneregistry.audit.verification.Finding.Kind.EVENT_UNREADABLE;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.verification.Attempts.NotYetException;
import org.zoneregistry.audit.verification.Attempts.StoppedException;
import org.zoneregistry.audit.verification.FoldedTables.UnfoldableException;
import org.zoneregistry.audit.verification.LogReading.Extent;
import org.zoneregistry.audit.verification.Verification.ComparedProjection;
import org.zoneregistry.audit.verification.Verification.State;
import org.zoneregistry.follow.TransientFailures;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.projections.Projection;

/** One verification: first of the log, then of each projection if the log can be folded. */
final class VerificationRun {

    private static final Logger LOG = Logger.getLogger(VerificationRun.class);

    private final Pool pool;
    private final EventLog log;
    private final List<Projection> projections;
    private final InstantSource clock;
    private final UUID id;
    private final Attempts attempts = new Attempts();
    private final Instant startedAt;
    private final Findings findings = new Findings();
    private final Map<String, Long> folded = new TreeMap<>();

    private State state = State.RUNNING;
    private long head;
    private long checked;
    private long checkpoints;
    private @Nullable Instant logDoneAt;
    private @Nullable Instant endedAt;
    private @Nullable String problem;

    VerificationRun(Pool pool, EventLog log, List<Projection> projections, InstantSource clock, UUID id) {
        this.pool = pool;
        this.log = log;
        this.projections = projections;
        this.clock = clock;
        this.id = id;
        this.startedAt = now();
    }

    /** Runs the verification. Never fails: a failure becomes part of the result. */
    Uni<Verification> run() {
        var reading = new LogReading(pool, attempts);
        return reading.extent()
                .chain(extent -> compareLog(reading, extent))
                .chain(this::compareProjections)
                .onItemOrFailure()
                .transform((done, failure) -> ended(failure));
    }

    /** Makes it end soon, without a result. */
    void stop() {
        attempts.stop();
    }

    private Uni<Void> compareLog(LogReading reading, Extent extent) {
        synchronized (this) {
            head = extent.head();
        }
        var verification = new StoredLogCheck(reading, extent, findings, this::checkedUpTo);
        return verification.run().invoke(() -> logCompared(verification.checkpoints()));
    }

    private synchronized void checkedUpTo(long position) {
        checked = position;
    }

    private synchronized void logCompared(long compared) {
        checkpoints = compared;
        logDoneAt = clock.instant();
    }

    private Uni<Void> compareProjections() {
        if (findings.hasAny(EVENT_MISSING) || findings.hasAny(EVENT_UNREADABLE)) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(projections)
                .onItem()
                .transformToUniAndConcatenate(this::compareProjection)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Optional<Long>> compareProjection(Projection projection) {
        String schema = FoldedSchemas.named(id, projections.indexOf(projection));
        return new ProjectionCheck(
                        pool,
                        log,
                        attempts,
                        projection,
                        schema,
                        findings,
                        position -> foldedUpTo(projection.name(), position))
                .run()
                .invoke(at -> at.ifPresentOrElse(
                        position -> foldedUpTo(projection.name(), position), () -> notFolded(projection.name())))
                .onFailure(failure -> failure instanceof UnfoldableException && findings.count() > 0)
                .recoverWithItem(damaged -> {
                    notFolded(projection.name());
                    return Optional.empty();
                });
    }

    private synchronized void notFolded(String projection) {
        folded.remove(projection);
    }

    private synchronized void foldedUpTo(String projection, long position) {
        folded.put(projection, position);
    }

    private synchronized Verification ended(@Nullable Throwable failure) {
        endedAt = now();
        state = failure == null ? State.DONE : State.FAILED;
        problem = failure == null ? null : problem(id, failure);
        return report();
    }

    /** The problem for the client; never a message of the database. */
    static String problem(UUID id, Throwable failure) {
        if (failure instanceof CannotVerifyException
                || failure instanceof NotYetException
                || failure instanceof UnfoldableException) {
            return String.valueOf(failure.getMessage());
        }
        if (failure instanceof StoppedException) {
            return "It was stopped, because its heartbeat failed for too long. Start another one.";
        }
        if (TransientFailures.isTransient(failure)) {
            LOG.warnf("The verification %s gives up: %s", id, failure);
            return "The database failed again and again. This says nothing about the stored data."
                    + " Start another one.";
        }
        LOG.errorf(failure, "The verification %s failed.", id);
        return "It failed; the server's log has the reason. This says nothing about the stored data.";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The progress so far. */
    synchronized Verification report() {
        Instant until = logDoneAt != null ? logDoneAt : clock.instant();
        long millis = Duration.between(startedAt, until).toMillis();
        return new Verification(
                id,
                state,
                startedAt,
                endedAt,
                head,
                checked,
                checkpoints,
                folded.entrySet().stream()
                        .map(entry -> new ComparedProjection(entry.getKey(), entry.getValue()))
                        .toList(),
                millis > 0 ? checked * 1000 / millis : null,
                state == State.DONE ? findings.count() == 0 : null,
                findings.count(),
                findings.list(),
                problem);
    }
}
