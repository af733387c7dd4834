package org.zoneregistry.process;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/**
 * Brings results back to the Vert.x context of the caller. Hibernate Reactive and the state of a request depend on that
 * context. A result that completes elsewhere (on a database client's own thread, or in another request's append) loses
 * it.
 */
public final class CallerContext {

    private CallerContext() {}

    /** The same result, delivered on the context that is current at the time of this call, if there is one. */
    public static <T> Uni<T> returnTo(Uni<T> uni) {
        return Vertx.currentContext() == null ? uni : uni.emitOn(executor());
    }

    /**
     * Like {@link #returnTo}, but runs to its end even if the caller no longer waits. So it leaves no transaction open.
     */
    public static <T> Uni<T> toItsEnd(Uni<T> uni) {
        return returnTo(Uni.createFrom().emitter(emitter -> uni.subscribe().with(emitter::complete, emitter::fail)));
    }

    /**
     * Runs tasks on the context that is current at the time of this call. Without a context, a task runs on the thread
     * that submits it.
     */
    public static Executor executor() {
        Context caller = Vertx.currentContext();
        return caller == null ? Runnable::run : task -> caller.runOnContext(nothing -> task.run());
    }

    /** Runs tasks on worker threads, with the context that is current at the time of this call, if there is one. */
    public static Executor workers() {
        Context caller = Vertx.currentContext();
        return caller == null
                ? Infrastructure.getDefaultWorkerPool()
                : task -> caller.executeBlocking(
                        () -> {
                            task.run();
                            return null;
                        },
                        false);
    }
}
