package org.zoneregistry.imports;

import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.zoneregistry.imports.body.BodyPipe;
import org.zoneregistry.imports.body.BrokenOffException;
import org.zoneregistry.imports.job.ImportJobs;

/**
 * Says once a second that a run goes on. Stops the run where its job is not its own any more, because it was cancelled
 * or begun again, and where nothing could be said for nearly as long as the lease: then another may begin it.
 */
final class Heartbeat {

    private static final long BEAT_MILLIS = 1_000;
    private static final long LONGEST_SILENCE =
            TimeUnit.MILLISECONDS.toNanos(ImportJobs.LEASE.toMillis() - BEAT_MILLIS);

    private final Vertx vertx;
    private final ImportJobs jobs;
    private final ImportRun run;
    private final BodyPipe body;
    private final MarkedFile file;
    private final AtomicBoolean isSaying = new AtomicBoolean();
    private final long timer;
    private volatile long heardAt = System.nanoTime();

    /** Begins to beat. */
    Heartbeat(Vertx vertx, ImportJobs jobs, ImportRun run, BodyPipe body, MarkedFile file) {
        this.vertx = vertx;
        this.jobs = jobs;
        this.run = run;
        this.body = body;
        this.file = file;
        this.timer = vertx.setPeriodic(BEAT_MILLIS, tick -> beat());
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void beat() {
        if (System.nanoTime() - heardAt > LONGEST_SILENCE) {
            body.stop(BrokenOffException.stopped("The registry could not reach its database. Send the file again."));
        }
        if (!isSaying.compareAndSet(false, true)) {
            return;
        }
        long now = System.nanoTime();
        var _ = jobs.beat(run.id(), run.run(), run.tally(), file.mark()).whenComplete((isOwn, failure) -> {
            isSaying.set(false);
            if (failure == null) {
                heardAt = now;
                if (!isOwn) {
                    body.stop(BrokenOffException.stopped(
                            "The import was cancelled, or is being carried out by another request."));
                }
            }
        });
    }
}
