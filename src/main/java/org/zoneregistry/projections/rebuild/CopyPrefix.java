package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.zoneregistry.asof.KnownAt;
import org.zoneregistry.asof.Prefix;
import org.zoneregistry.asof.ProjectionPosition;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionRunner;
import org.zoneregistry.projections.Projections;

/** Resolves the prefix that a copy is requested for, with the rules of all reads. */
@ApplicationScoped
class CopyPrefix {

    private final Reads reads;
    private final Projections projections;

    CopyPrefix(Reads reads, Projections projections) {
        this.reads = reads;
        this.projections = projections;
    }

    /** Its position; fails with {@code known-at-in-the-future} if the log has not reached it. */
    Uni<Long> position(KnownAt upTo) {
        return reads.prefix(upTo, new Log()).map(Prefix::position);
    }

    /** Waits until the live tables have reached a position; fails with {@code projection-behind} after 5 s. */
    Uni<Void> reached(Projection projection, long position) {
        return reads.prefix(new KnownAt.Position(position), new Served(projections.named(projection.name())))
                .replaceWithVoid();
    }

    /** The position of the log: a copy is made from the log, so it need not wait for the live tables. */
    private record Log() implements ProjectionPosition {

        /** 0, so that the log is always asked. */
        @Override
        public long position() {
            return 0;
        }

        @Override
        public Uni<Void> reached(long position, Duration atMost) {
            return Uni.createFrom().voidItem();
        }
    }

    private record Served(ProjectionRunner runner) implements ProjectionPosition {

        @Override
        public long position() {
            return runner.position();
        }

        @Override
        public Uni<Void> reached(long position, Duration atMost) {
            return runner.reached(position, atMost);
        }
    }
}
