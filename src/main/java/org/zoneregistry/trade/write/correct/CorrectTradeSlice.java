package org.zoneregistry.trade.write.correct;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.platform.axon.CommandSlice;
import org.zoneregistry.platform.axon.Entities;
import org.zoneregistry.platform.command.Origin;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.EntryBoundary;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.ZoneBoundary;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link CorrectTrade}: the entry's own events tell its zone, whose lifecycle is then decided on too. */
@Singleton
final class CorrectTradeSlice implements CommandSlice<CorrectTrade> {

    @Override
    public String name() {
        return "correct-trade";
    }

    @Override
    public Class<CorrectTrade> command() {
        return CorrectTrade.class;
    }

    @Override
    public CompletableFuture<Decision<TradeEvent>> decide(CorrectTrade command, Origin origin, Entities entities) {
        return entities.<EntryBoundary, EntryState>load(EntryState.class, new EntryBoundary(command.entryId()))
                .thenCompose(state -> state instanceof EntryState.Standing(var _, var now)
                        ? entities.<ZoneBoundary, Timelines>load(Timelines.class, ZoneBoundary.of(Set.of(now.zone())))
                                .thenApply(zones -> decide(zones, now.zone(), state, command, origin))
                        : CompletableFuture.completedFuture(
                                CorrectTradeDecider.decide(Timelines.none(), state, command)));
    }

    private static Decision<TradeEvent> decide(
            Timelines zones, ZoneCode zone, EntryState state, CorrectTrade command, Origin origin) {
        return ZoneCommandSlice.hasChanged(zones, zone, origin)
                ? Decision.reject(ZoneCommandSlice.changed(zone))
                : CorrectTradeDecider.decide(zones, state, command);
    }
}
