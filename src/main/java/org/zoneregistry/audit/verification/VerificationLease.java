package org.zoneregistry.audit.verification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The right to carry out a verification, which each heartbeat prolongs. A heartbeat that fails is followed by the next.
 * Where none succeeds for so long that another verification could begin, or the row was given up, this one is stopped.
 */
final class VerificationLease {

    private static final Logger LOG = Logger.getLogger(VerificationLease.class);

    /**
     * How long it is held without a heartbeat, and how often there is one.
     *
     * @param held longer than any restart of the database
     */
    record Times(Duration held, Duration beat) {

        static final Times DEFAULT = new Times(Duration.ofSeconds(30), Duration.ofSeconds(1));
    }

    private final Times times;
    private final VerificationRun run;
    private final Function<Verification, Uni<Boolean>> tell;

    /** @param tell keeps what is so far; answers with false where the verification was given up */
    VerificationLease(Times times, VerificationRun run, Function<Verification, Uni<Boolean>> tell) {
        this.times = times;
        this.run = run;
        this.tell = tell;
    }

    /** Carries the verification out after what goes before it, and keeps what it came to. Doesn't fail. */
    private Uni<Void> carryOut(Uni<Void> before) {
        return Uni.createFrom()
                .deferred(() -> {
                    Cancellable beats = beats();
                    return before.chain(run::run).onTermination().invoke(beats::cancel);
                })
                .chain(this::end);
    }

    private Cancellable beats() {
        var toldAt = new AtomicLong(System.nanoTime());
        return Multi.createFrom()
                .ticks()
                .every(times.beat())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> beat(toldAt))
                .subscribe()
                .with(told -> {}, failure -> run.stop());
    }

    private Uni<Void> beat(AtomicLong toldAt) {
        long begun = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> tell.apply(run.report()))
                .ifNoItem()
                .after(times.held().dividedBy(5))
                .fail()
                .invoke(isHeld -> {
                    toldAt.set(begun);
                    if (!isHeld) {
                        run.stop();
                    }
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf("A heartbeat of a verification failed: %s", failure);
                    // a heartbeat fails after a fifth at the latest: so it has stopped before another may begin
                    if (System.nanoTime() - toldAt.get()
                            >= times.held().multipliedBy(3).dividedBy(5).toNanos()) {
                        LOG.warnf("A verification is stopped, since its heartbeats fail: %s", failure);
                        run.stop();
                    }
                    return false;
                })
                .replaceWithVoid();
    }

    private Uni<Void> end(Verification ended) {
        return new Attempts()
                .at(times.held(), () -> tell.apply(ended))
                .invoke(isHeld -> {
                    if (!isHeld) {
                        LOG.warnf("The verification %s was given up before its end was kept.", ended.id());
                    }
                })
                .onFailure()
                .invoke(failure -> LOG.warnf("The end of the verification %s can't be kept: %s", ended.id(), failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /**
     * On a thread that may take its time.
     *
     * @param before doesn't fail
     */
    Cancellable start(Uni<Void> before) {
        return carryOut(before)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .subscribe()
                .with(done -> {}, failure -> LOG.error("A verification ended in no way that is known.", failure));
    }
}
