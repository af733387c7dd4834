package org.zoneregistry.architecture.broken.decision;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** In a pure package, but with impure dependencies and calls. */
public final class Clocky {
    public Uni<Instant> now() {
        return Uni.createFrom().item(Instant.now());
    }
}
