package org.zoneregistry.platform.http;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.zoneregistry.platform.http.read.ProjectionPosition;

/** A projection that has come to the fourth event and never gets on. */
final class ExampleProjection implements ProjectionPosition {

    private static final long REACHED = 4;

    @Override
    public long position() {
        return REACHED;
    }

    @Override
    public Uni<Void> reached(long position, Duration atMost) {
        return position <= REACHED
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(new TimeoutException());
    }
}
