package org.zoneregistry.zone.write.withdraw;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.ZoneBoundary;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link WithdrawFact}: the fact's own events give its zones, and the decision depends on those zones. */
@Singleton
final class WithdrawFactSlice implements CommandSlice<WithdrawFact> {

    @Override
    public String name() {
        return "withdraw-fact";
    }

    @Override
    public Class<WithdrawFact> command() {
        return WithdrawFact.class;
    }

    @Override
    public CompletableFuture<Decision<ZoneEvent>> decide(WithdrawFact command, Origin origin, Entities entities) {
        return entities.<ZoneBoundary, Timelines>load(Timelines.class, ZoneBoundary.ofFact(command.fact()))
                .thenCompose(fact -> load(fact, entities))
                .thenApply(zones -> decide(zones, command, origin));
    }

    private static Decision<ZoneEvent> decide(Timelines zones, WithdrawFact command, Origin origin) {
        var zone = zones.fact(command.fact()).map(fact -> fact.fact().zone());
        return zone.isPresent() && ZoneCommandSlice.hasChanged(zones, zone.get(), origin)
                ? Decision.reject(ZoneCommandSlice.changed(zone.get()))
                : WithdrawFactDecider.decide(zones, command);
    }

    private static CompletableFuture<Timelines> load(Timelines fact, Entities entities) {
        return fact.zones().isEmpty()
                ? CompletableFuture.completedFuture(fact)
                : entities.load(Timelines.class, ZoneBoundary.of(fact.zones()));
    }
}
