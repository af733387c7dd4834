package org.zoneregistry.zone.write.withdraw;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.platform.axon.CommandSlice;
import org.zoneregistry.platform.axon.Entities;
import org.zoneregistry.platform.command.Origin;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.ZoneBoundary;

/** Wires {@link WithdrawFact}: the fact's own events tell which zones it touches, and those are what is decided on. */
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
                .thenApply(zones -> WithdrawFactDecider.decide(zones, command));
    }

    private static CompletableFuture<Timelines> load(Timelines fact, Entities entities) {
        return fact.zones().isEmpty()
                ? CompletableFuture.completedFuture(fact)
                : entities.load(Timelines.class, ZoneBoundary.of(fact.zones()));
    }
}
