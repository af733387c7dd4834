package org.zoneregistry.asof.heavy;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * What has come of something: an item, or a failure that is thrown where the item is asked for.
 *
 * <p>A stage that was cancelled ignores an item, but reports a failure in the log. A read that is cancelled fails in
 * the database, as it should. So its failure travels as an outcome.
 */
@FunctionalInterface
interface Settled<T> {

    T get();

    /** The outcome of a stage, which fails never. */
    static <T> Uni<Settled<T>> of(Uni<T> stage) {
        return stage.onItemOrFailure().transform((item, failure) -> failure == null ? () -> item : failed(failure));
    }

    /** The outcome of a computation that is done now, on what has come out. */
    default <R> Settled<R> map(Function<T, R> computation) {
        try {
            R result = computation.apply(get());
            return () -> result;
        } catch (RuntimeException failed) {
            return failed(failed);
        }
    }

    private static <T> Settled<T> failed(Throwable failure) {
        return () -> {
            throw failure instanceof RuntimeException unchecked ? unchecked : new CompletionException(failure);
        };
    }
}
