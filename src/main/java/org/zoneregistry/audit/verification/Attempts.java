package org.zoneregistry.audit.verification;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.zoneregistry.follow.TransientFailures;

/**
 * Runs the steps of a verification. It retries a step after a transient failure: the database was away or restarted, or
 * a lock or an answer took too long. A retry begins the step again, so a step must change nothing in memory before it
 * succeeds.
 */
final class Attempts {

    /** How long a step is retried after its first attempt. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Duration patience;
    private volatile boolean isStopped;

    Attempts() {
        this(PATIENCE);
    }

    Attempts(Duration patience) {
        this.patience = patience;
    }

    /** Makes the next step fail with {@link StoppedException}. */
    void stop() {
        isStopped = true;
    }

    /**
     * Runs a step, with retries.
     *
     * @param limit how long an attempt may take before it counts as failed
     */
    <T> Uni<T> at(Duration limit, Supplier<Uni<T>> step) {
        // deferred, because the retries' end is computed when the retry is built
        return Uni.createFrom()
                .deferred(() -> once(limit, step)
                        .onFailure(Attempts::isTransient)
                        .retry()
                        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                        .expireIn(patience.toMillis())
                        .onFailure(failure -> failure instanceof IllegalStateException && failure.getCause() != null)
                        .transform(Throwable::getCause)); // removes the wrapper that says that the time is over
    }

    private <T> Uni<T> once(Duration limit, Supplier<Uni<T>> step) {
        return Uni.createFrom()
                .deferred(() -> isStopped
                        ? Uni.createFrom().<T>failure(new StoppedException())
                        : step.get().ifNoItem().after(limit).fail());
    }

    private static boolean isTransient(Throwable failure) {
        return failure instanceof NotYetException || TransientFailures.isTransient(failure);
    }

    /** Something isn't ready yet, but will be. The step is retried. */
    static final class NotYetException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param message what the client reads if the retries end without success */
        NotYetException(String message) {
            super(message);
        }
    }

    /** The verification was stopped. */
    static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped");
        }
    }
}
