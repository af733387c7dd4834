package org.zoneregistry.audit.verification;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.zoneregistry.follow.TransientFailures;

/**
 * Does the pieces of a verification, and does a piece again where it failed for a reason that may pass: the database
 * was away or restarted, a lock or an answer took too long. A piece is done again from its beginning, so it must not
 * leave anything in memory before it has succeeded.
 */
final class Attempts {

    /** For how long after its first beginning a piece is tried again. */
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

    /** Makes the next piece fail with {@link StoppedException}. */
    void stop() {
        isStopped = true;
    }

    /**
     * Does a piece.
     *
     * @param limit how long an attempt may take before it counts as failed
     */
    <T> Uni<T> at(Duration limit, Supplier<Uni<T>> piece) {
        // deferred, since the time of its expiry is taken when it is made
        return Uni.createFrom()
                .deferred(() -> once(limit, piece)
                        .onFailure(Attempts::mayPass)
                        .retry()
                        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                        .expireIn(patience.toMillis())
                        .onFailure(failure -> failure instanceof IllegalStateException && failure.getCause() != null)
                        .transform(Throwable::getCause)); // that the time is over
    }

    private <T> Uni<T> once(Duration limit, Supplier<Uni<T>> piece) {
        return Uni.createFrom()
                .deferred(() -> isStopped
                        ? Uni.createFrom().<T>failure(new StoppedException())
                        : piece.get().ifNoItem().after(limit).fail());
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof NotYetException || TransientFailures.isTransient(failure);
    }

    /** Something isn't as far as it is needed, but will be. */
    static final class NotYetException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** With what is told where it doesn't come. */
        NotYetException(String message) {
            super(message);
        }
    }

    /** The verification has been stopped. */
    static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("stopped");
        }
    }
}
