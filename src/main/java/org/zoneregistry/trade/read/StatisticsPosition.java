package org.zoneregistry.trade.read;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.zoneregistry.asof.ProjectionPosition;
import org.zoneregistry.projections.ProjectionRunner;
import org.zoneregistry.projections.Projections;
import org.zoneregistry.zone.read.RegistryPosition;

/**
 * How far figures can be read: as far as both the trade tables and the zone tables have come, because figures are
 * broken down by the states of zones.
 */
@ApplicationScoped
public class StatisticsPosition implements ProjectionPosition {

    /** The name of the projection that fills the trade tables. */
    public static final String PROJECTION = "statistics";

    private final ProjectionRunner trade;
    private final RegistryPosition zones;

    StatisticsPosition(Projections projections, RegistryPosition zones) {
        this.trade = projections.named(PROJECTION);
        this.zones = zones;
    }

    @Override
    public long position() {
        return Math.min(trade.position(), zones.position());
    }

    @Override
    public Set<String> projections() {
        return Set.of(PROJECTION, RegistryPosition.PROJECTION);
    }

    @Override
    public Uni<Void> reached(long position, Duration atMost) {
        return Uni.join()
                .all(trade.reached(position, atMost), zones.reached(position, atMost))
                .andFailFast()
                .replaceWithVoid();
    }
}
