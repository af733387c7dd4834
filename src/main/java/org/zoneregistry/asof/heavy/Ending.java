package org.zoneregistry.asof.heavy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Work that holds a resource until it ends: done, failed, or cancelled. Unlike Mutiny's own {@code onTermination},
 * cancelled work is stopped before the resource is released.
 */
public final class Ending {

    private final Function<Boolean, Uni<Void>> end;
    private final AtomicBoolean hasEnded = new AtomicBoolean();

    private Ending(Function<Boolean, Uni<Void>> end) {
        this.end = end;
    }

    /**
     * The same work, to be subscribed to once.
     *
     * @param end releases the resource; the argument says whether the work was interrupted, because it was cancelled or
     *     took too long; called once, and must never fail
     */
    public static <T> Uni<T> of(Uni<T> work, Function<Boolean, Uni<Void>> end) {
        var ending = new Ending(end);
        return Uni.createFrom().emitter(emitter -> {
            Cancellable running = work.subscribe()
                    .with(
                            item -> ending.end(false, () -> emitter.complete(item)),
                            failure -> ending.end(failure instanceof TimeoutException, () -> emitter.fail(failure)));
            emitter.onTermination(() -> {
                running.cancel();
                ending.end(true, () -> {});
            });
        });
    }

    /** A stream with the same guarantees, which is still read on demand. */
    public static <T> Multi<T> of(Multi<T> work, Function<Boolean, Uni<Void>> end) {
        var ending = new Ending(end);
        return Multi.createFrom()
                .publisher(client -> work.subscribe((Flow.Subscriber<T>) new Flow.Subscriber<T>() {
                    @Override
                    public void onSubscribe(Flow.Subscription running) {
                        client.onSubscribe(new Flow.Subscription() {
                            @Override
                            public void request(long more) {
                                running.request(more);
                            }

                            @Override
                            public void cancel() {
                                running.cancel();
                                ending.end(true, () -> {});
                            }
                        });
                    }

                    @Override
                    public void onNext(T item) {
                        client.onNext(item);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        ending.end(false, () -> client.onError(failure));
                    }

                    @Override
                    public void onComplete() {
                        ending.end(false, client::onComplete);
                    }
                }));
    }

    private void end(boolean isInterrupted, Runnable then) {
        if (hasEnded.compareAndSet(false, true)) {
            end.apply(isInterrupted).subscribe().with(ended -> then.run());
        }
    }
}
