package org.zoneregistry.architecture.broken.decision;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Pure by its package, and neither by what it knows nor by what it asks. */
public final class Clocky {
    public Uni<Instant> now() {
        return Uni.createFrom().item(Instant.now());
    }
}
