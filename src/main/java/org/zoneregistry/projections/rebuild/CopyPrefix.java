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

/** The prefix that a copy is asked for, as every read resolves it. */
@ApplicationScoped
class CopyPrefix {

    private final Reads reads;
    private final Projections projections;

    CopyPrefix(Reads reads, Projections projections) {
        this.reads = reads;
        this.projections = projections;
    }

    /** Its position; fails with {@code known-at-in-the-future} where there is none yet. */
    Uni<Long> position(KnownAt upTo) {
        return reads.prefix(upTo, new Log()).map(Prefix::position);
    }

    /** Waits until the tables that are read have reached a position; fails with {@code projection-behind} after 5 s. */
    Uni<Void> reached(Projection projection, long position) {
        return reads.prefix(new KnownAt.Position(position), new Served(projections.named(projection.name())))
                .replaceWithVoid();
    }

    /** A copy reads the log, which has everything that it answers for. */
    private record Log() implements ProjectionPosition {

        /** Nothing is known without a question to the log. */
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
