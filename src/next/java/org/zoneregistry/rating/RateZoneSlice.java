package org.zoneregistry.rating;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.FactDecider;
import org.zoneregistry.zone.write.ZoneBoundary;

/** Wires {@link RateZone}: any established zone can be given a grade. */
@Singleton
final class RateZoneSlice implements CommandSlice<RateZone> {

    @Override
    public String name() {
        return "rate-zone";
    }

    @Override
    public Class<RateZone> command() {
        return RateZone.class;
    }

    @Override
    public CompletableFuture<Decision<ZoneRated>> decide(RateZone command, Origin origin, Entities entities) {
        return entities.<ZoneBoundary, Timelines>load(Timelines.class, ZoneBoundary.of(Set.of(command.zone())))
                .thenApply(zones -> zones.of(command.zone()).facts().isEmpty()
                        ? Decision.reject(FactDecider.notFound(command.zone()))
                        : Decision.accept(new ZoneRated(command.zone(), command.grade())));
    }
}
