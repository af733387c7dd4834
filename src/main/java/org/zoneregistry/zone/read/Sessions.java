package org.zoneregistry.zone.read;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.zoneregistry.process.CallerContext;

/**
 * Sessions for reads. A read in a session always runs to its end, even if the client has gone: a session that is closed
 * while it waits for its connection would never return that connection.
 */
public final class Sessions {

    private Sessions() {}

    /** Runs the work in the caller's session, or in a new one. */
    public static <T> Uni<T> with(Supplier<Uni<T>> work) {
        return CallerContext.toItsEnd(Uni.createFrom().deferred(() -> Panache.withSession(work)));
    }
}
