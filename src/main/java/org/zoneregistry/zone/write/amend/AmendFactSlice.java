package org.zoneregistry.zone.write.amend;

import static java.util.Objects.requireNonNullElse;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.ZoneBoundary;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link AmendFact}: the fact's own events give its zones, and the decision depends on those zones. */
@Singleton
final class AmendFactSlice implements CommandSlice<AmendFact> {

    @Override
    public String name() {
        return "amend-fact";
    }

    @Override
    public Class<AmendFact> command() {
        return AmendFact.class;
    }

    @Override
    public CompletableFuture<Decision<ZoneEvent>> decide(AmendFact command, Origin origin, Entities entities) {
        return entities.<ZoneBoundary, Timelines>load(Timelines.class, ZoneBoundary.ofFact(command.fact()))
                .thenCompose(fact -> load(fact, command, entities))
                .thenApply(zones -> decide(zones, command, origin));
    }

    private static Decision<ZoneEvent> decide(Timelines zones, AmendFact command, Origin origin) {
        var zone = zones.fact(command.fact()).map(fact -> fact.fact().zone());
        return zone.isPresent() && ZoneCommandSlice.hasChanged(zones, zone.get(), origin)
                ? Decision.reject(ZoneCommandSlice.changed(zone.get()))
                : AmendFactDecider.decide(zones, command);
    }

    private static CompletableFuture<Timelines> load(Timelines fact, AmendFact command, Entities entities) {
        if (fact.zones().isEmpty()) {
            return CompletableFuture.completedFuture(fact);
        }
        var touched = new HashSet<>(fact.zones());
        touched.addAll(requireNonNullElse(command.values().absorbs(), List.of()));
        return entities.load(Timelines.class, ZoneBoundary.of(touched));
    }
}
