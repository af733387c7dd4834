package org.zoneregistry.follow;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** How those who follow the log take one step after the other. */
public final class Steps {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private Steps() {}

    /**
     * Takes a step, and tells its outcome to one of the two, whatever happens.
     *
     * @param limit how long it may take before it counts as failed
     */
    public static <T> void take(
            Supplier<Uni<T>> step, Duration limit, Consumer<? super T> done, Consumer<Throwable> failed) {
        try {
            Uni.createFrom()
                    .<T>deferred(step::get)
                    .ifNoItem()
                    .after(limit)
                    .fail()
                    .subscribe()
                    .with(done, failed);
        } catch (RuntimeException | Error thrown) {
            // what is thrown while subscribing is no outcome of the step; the executor would swallow it
            failed.accept(thrown);
        }
    }

    /** How long to wait after another failure: twice as long as before, and at most 10 s. */
    public static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
