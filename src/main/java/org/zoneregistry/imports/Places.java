package org.zoneregistry.imports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.imports.body.BodyPipe;
import org.zoneregistry.imports.body.BrokenOffException;

/**
 * Limits how many files this node imports at once. Many may be open, and a few of them are worked on at the same time.
 * A file that waits for its client is not worked on. When all places are taken, the slowest client loses its place to
 * the next one.
 */
@Singleton
final class Places {

    /** How many files are worked on at the same time. */
    private static final int AT_WORK = 8;

    /** How long a file waits for its turn. */
    private static final long TURN_SECONDS = 60;

    private final int mostOpen;
    private final Semaphore work = new Semaphore(AT_WORK, true);
    private final Set<Place> open = new LinkedHashSet<>();

    Places(@ConfigProperty(name = "registry.imports.most-open", defaultValue = "100") int mostOpen) {
        this.mostOpen = mostOpen;
    }

    /**
     * Opens a place; the caller must {@linkplain Place#leave leave} it.
     *
     * @throws ProblemException {@code too-many-jobs} if there is no place
     */
    synchronized Place enter() {
        if (open.size() >= mostOpen) {
            Place slowest = open.stream()
                    .filter(Place::isSlow)
                    .min(Comparator.comparingDouble(Place::bytesPerNano))
                    .orElseThrow(this::tooMany);
            open.remove(slowest);
            slowest.stop(BrokenOffException.displaced());
        }
        var place = new Place();
        open.add(place);
        return place;
    }

    /** Stops the import of a job, if this node carries it out. */
    synchronized void stop(UUID job, BrokenOffException why) {
        open.stream().filter(place -> place.carries(job)).forEach(place -> place.stop(why));
    }

    private synchronized void close(Place place) {
        open.remove(place);
    }

    private ProblemException tooMany() {
        return Problem.of(ProblemType.TOO_MANY_JOBS, mostOpen + " files are being imported. Try again in 1 s.")
                .withHeader("Retry-After", "1")
                .exception();
    }

    /** The place of one file. Its reader counts as working, except while it waits for the client. */
    final class Place implements BodyPipe.Pause {

        private final AtomicInteger stays = new AtomicInteger(1);
        private final AtomicBoolean isAtWork = new AtomicBoolean();
        private volatile @Nullable BodyPipe body;
        private volatile @Nullable ImportRun run;

        void isFor(BodyPipe pipe) {
            body = pipe;
        }

        void isFor(ImportRun reading) {
            run = reading;
        }

        /** The reader begins, or goes on. Blocks until it is its turn. */
        @Override
        public void end() throws IOException, InterruptedException {
            if (!work.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS)) {
                throw BrokenOffException.stopped("The registry is busy with other files. Send the file again.");
            }
            isAtWork.set(true);
        }

        /** The reader waits for the client. The lines read so far are decided at once. */
        @Override
        public void begin() {
            ImportRun reading = run;
            if (reading != null) {
                reading.idle();
            }
            rest();
        }

        /** The reader has ended, or waits. Others may work when all lines that it has read are decided. */
        void rest() {
            if (isAtWork.compareAndSet(true, false)) {
                ImportRun reading = run;
                if (reading == null) {
                    work.release();
                } else {
                    var _ = reading.decided().whenComplete((done, failure) -> work.release());
                }
            }
        }

        /** One more {@link #leave} is needed before the place is free. */
        void stay() {
            stays.incrementAndGet();
        }

        void leave() {
            if (stays.decrementAndGet() == 0) {
                close(this);
            }
        }

        private boolean carries(UUID job) {
            ImportRun reading = run;
            return reading != null && reading.id().equals(job);
        }

        void stop(BrokenOffException why) {
            BodyPipe pipe = body;
            if (pipe != null) {
                pipe.stop(why);
            }
        }

        private boolean isSlow() {
            BodyPipe pipe = body;
            return pipe != null && pipe.isSlow();
        }

        private double bytesPerNano() {
            BodyPipe pipe = body;
            return pipe == null ? Double.MAX_VALUE : pipe.received() / (double) Math.max(1, pipe.waitedNanos());
        }
    }
}
