package org.zoneregistry.platform;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Brings results back to the Vert.x context of whoever asked. Hibernate Reactive and the request's scope hang on that
 * context, and what completes elsewhere (a database client's own thread, another request's append) loses it.
 */
public final class CallerContext {

    private CallerContext() {}

    /** The same, its outcome delivered on the context that is current at the time of this call, if there is one. */
    public static <T> Uni<T> returnTo(Uni<T> uni) {
        Context caller = Vertx.currentContext();
        return caller == null ? uni : uni.emitOn(task -> caller.runOnContext(nothing -> task.run()));
    }
}
