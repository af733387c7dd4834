package org.zoneregistry.feed;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import org.zoneregistry.asof.ProjectionPosition;
import org.zoneregistry.database.Replica;

/** The position of a read from the log itself. It never lags: every position that a client knows has been reached. */
record HeadOfLog(long position) implements ProjectionPosition {

    @Override
    public boolean follows() {
        return false;
    }

    @Override
    public Set<String> projections() {
        return Set.of(Replica.LOG);
    }

    @Override
    public Uni<Void> reached(long awaited, Duration atMost) {
        return Uni.createFrom().voidItem();
    }
}
