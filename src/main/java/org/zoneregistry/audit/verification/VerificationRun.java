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
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.verification.LogReading.Extent;
import org.zoneregistry.audit.verification.Verification.ComparedProjection;
import org.zoneregistry.audit.verification.Verification.State;
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.platform.projection.Projection;

/** One verification while it is carried out: first the log, then, if it can be folded, each projection. */
final class VerificationRun {

    private final Pool pool;
    private final EventLog log;
    private final List<Projection> projections;
    private final InstantSource clock;
    private final UUID id;
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

    /** Carries it out. Doesn't fail: a failure is what it then says. */
    Uni<Verification> run() {
        var reading = new LogReading(pool);
        return reading.extent()
                .chain(extent -> compareLog(reading, extent))
                .chain(this::compareProjections)
                .onItemOrFailure()
                .transform((done, failure) -> ended(failure));
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

    private Uni<Long> compareProjection(Projection projection) {
        return new ProjectionCheck(pool, log, projection, findings, position -> foldedUpTo(projection.name(), position))
                .run()
                .invoke(at -> foldedUpTo(projection.name(), at));
    }

    private synchronized void foldedUpTo(String projection, long position) {
        folded.put(projection, position);
    }

    private synchronized Verification ended(@Nullable Throwable failure) {
        endedAt = now();
        state = failure == null ? State.DONE : State.FAILED;
        problem = failure == null ? null : String.valueOf(failure.getMessage());
        return report();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** How far it has come. */
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
