package org.zoneregistry.asof.heavy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.function.Function;
import org.zoneregistry.process.CallerContext;

/** Computes and writes what is too much for an event loop, which answers everybody else meanwhile. */
public final class OffLoop {

    private OffLoop() {}

    /**
     * The item mapped on a thread that may be busy; delivered on the context that is current at the time of this call.
     */
    public static <R, T> Uni<T> map(Uni<R> uni, Function<R, T> computation) {
        return CallerContext.returnTo(
                uni.emitOn(Infrastructure.getDefaultWorkerPool()).map(computation));
    }
}
