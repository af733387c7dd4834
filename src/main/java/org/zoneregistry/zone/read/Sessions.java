package org.zoneregistry.zone.read;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.zoneregistry.process.CallerContext;

/**
 * Sessions for reads. What is read in one is read to its end, also where the client has gone: a session that is closed
 * while it waits for its connection would never give that back.
 */
public final class Sessions {

    private Sessions() {}

    /** In the session of the caller, or in one of its own. */
    public static <T> Uni<T> with(Supplier<Uni<T>> work) {
        return CallerContext.toItsEnd(Uni.createFrom().deferred(() -> Panache.withSession(work)));
    }
}
