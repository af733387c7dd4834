package org.zoneregistry.asof.heavy;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * A finished result: an item, or a failure that is thrown when the item is read.
 *
 * <p>A cancelled stage ignores items, but writes failures to the log. A cancelled read always fails in the database.
 * Its failure travels as an item, so that nothing is logged.
 */
@FunctionalInterface
interface Settled<T> {

    T get();

    /** The result of a stage. The returned stage never fails. */
    static <T> Uni<Settled<T>> of(Uni<T> stage) {
        return stage.onItemOrFailure().transform((item, failure) -> failure == null ? () -> item : failed(failure));
    }

    /** Computes on the item at once. */
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
