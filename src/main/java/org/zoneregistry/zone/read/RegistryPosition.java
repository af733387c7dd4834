package org.zoneregistry.zone.read;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.zoneregistry.asof.ProjectionPosition;
import org.zoneregistry.projections.ProjectionRunner;
import org.zoneregistry.projections.Projections;

/** The position of the registry projection. */
@ApplicationScoped
public class RegistryPosition implements ProjectionPosition {

    /** The name of the projection. */
    public static final String PROJECTION = "registry";

    private final ProjectionRunner runner;

    RegistryPosition(Projections projections) {
        this.runner = projections.named(PROJECTION);
    }

    @Override
    public long position() {
        return runner.position();
    }

    @Override
    public Set<String> projections() {
        return Set.of(PROJECTION);
    }

    @Override
    public Uni<Void> reached(long position, Duration atMost) {
        return runner.reached(position, atMost);
    }
}
