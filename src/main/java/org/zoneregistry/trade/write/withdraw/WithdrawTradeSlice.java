package org.zoneregistry.trade.write.withdraw;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.EntryBoundary;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.ZoneBoundary;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/**
 * Wires {@link WithdrawTrade}: the decision depends on the entry, and on its zone only if the sender requires a state
 * of it.
 */
@Singleton
final class WithdrawTradeSlice implements CommandSlice<WithdrawTrade> {

    @Override
    public String name() {
        return "withdraw-trade";
    }

    @Override
    public Class<WithdrawTrade> command() {
        return WithdrawTrade.class;
    }

    @Override
    public CompletableFuture<Decision<TradeEvent>> decide(WithdrawTrade command, Origin origin, Entities entities) {
        return entities.<EntryBoundary, EntryState>load(EntryState.class, new EntryBoundary(command.entryId()))
                .thenCompose(state -> state instanceof EntryState.Standing(var _, var _, var now)
                                && origin.expectedPosition() != null
                        ? entities.<ZoneBoundary, Timelines>load(Timelines.class, ZoneBoundary.of(Set.of(now.zone())))
                                .thenApply(zones -> decide(zones, now.zone(), state, command, origin))
                        : CompletableFuture.completedFuture(WithdrawTradeDecider.decide(state, command)));
    }

    private static Decision<TradeEvent> decide(
            Timelines zones, ZoneCode zone, EntryState state, WithdrawTrade command, Origin origin) {
        return ZoneCommandSlice.hasChanged(zones, zone, origin)
                ? Decision.reject(ZoneCommandSlice.changed(zone))
                : WithdrawTradeDecider.decide(state, command);
    }
}
