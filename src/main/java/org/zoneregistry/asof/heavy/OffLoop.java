package org.zoneregistry.asof.heavy;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.zoneregistry.process.CallerContext;

/** Runs computation and writing that would block an event loop, which other requests need, for too long. */
public final class OffLoop {

    private OffLoop() {}

    /**
     * Maps the item on a worker thread. The result is delivered on the context that is current at the time of this
     * call.
     */
    public static <R, T> Uni<T> map(Uni<R> uni, Function<R, T> computation) {
        return CallerContext.returnTo(uni.emitOn(CallerContext.workers()).map(computation));
    }
}
