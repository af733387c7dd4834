package org.zoneregistry.jobs;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.zoneregistry.jobs.Jobs.Progress;

/**
 * Writes the progress of a run twice a second, and so extends its lease. After a failed heartbeat the next one is
 * tried. The run is told to stop if it has lost its job, or if no heartbeat has succeeded for nearly the whole lease:
 * another run may then take the job.
 */
public final class Heartbeat implements AutoCloseable {
    /** Why a run has to stop. */
    public enum Loss {
        /** The job was cancelled, or another run has taken it. */
        TAKEN,
        /** No heartbeat reached the database. */
        UNREACHABLE
    }

    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final Duration LONGEST_INTERVAL = Duration.ofMillis(500);

    private final Jobs jobs;
    private final JobRun run;
    private final Supplier<Progress> progress;
    private final Consumer<Loss> lost;
    private final Duration longestSilence;
    private final ScheduledFuture<?> timer;
    private final AtomicBoolean isSending = new AtomicBoolean();
    private volatile long succeededAt = System.nanoTime();

    /**
     * Begins to send heartbeats.
     *
     * @param lost called when the run has to stop, perhaps several times
     */
    public Heartbeat(Jobs jobs, JobRun run, Supplier<Progress> progress, Consumer<Loss> lost) {
        this.jobs = jobs;
        this.run = run;
        this.progress = progress;
        this.lost = lost;
        Duration tenth = run.lease().dividedBy(10);
        Duration interval = tenth.compareTo(LONGEST_INTERVAL) < 0 ? tenth : LONGEST_INTERVAL;
        this.longestSilence = run.lease().minus(interval.multipliedBy(2));
        this.timer = Infrastructure.getDefaultWorkerPool()
                .scheduleAtFixedRate(this::beat, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        if (System.nanoTime() - succeededAt > longestSilence.toNanos()) {
            lost.accept(Loss.UNREACHABLE);
        }
        if (!isSending.compareAndSet(false, true)) {
            return;
        }
        long begun = System.nanoTime();
        var _ = Uni.createFrom()
                .deferred(() -> jobs.beat(run, progress.get()))
                .ifNoItem()
                .after(run.lease().dividedBy(2))
                .fail()
                .subscribe()
                .with(
                        isOwn -> {
                            isSending.set(false);
                            succeededAt = begun;
                            if (!isOwn && !timer.isCancelled()) {
                                lost.accept(Loss.TAKEN);
                            }
                        },
                        failure -> {
                            isSending.set(false);
                            LOG.debugf("A heartbeat of the job %s failed: %s", run.job(), failure);
                        });
    }

    /** Sends no further heartbeats. One that was already sent may still arrive. */
    @Override
    public void close() {
        timer.cancel(false);
    }
}
