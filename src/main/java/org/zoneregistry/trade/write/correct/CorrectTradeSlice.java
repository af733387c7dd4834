package org.zoneregistry.trade.write.correct;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.EntryBoundary;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.ZoneBoundary;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/**
 * Wires {@link CorrectTrade}: the decision depends on the entry, and on a zone's lifecycle if zone or period change.
 */
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
                .thenCompose(state -> zones(state, command, origin, entities)
                        .thenApply(zones -> state instanceof EntryState.Standing(var _, var _, var now)
                                        && ZoneCommandSlice.hasChanged(zones, now.zone(), origin)
                                ? Decision.reject(ZoneCommandSlice.changed(now.zone()))
                                : CorrectTradeDecider.decide(zones, state, command)));
    }

    /**
     * The timelines of the new zone, if zone or period change, and of the current zone, if the sender requires a state
     * of it.
     */
    private static CompletableFuture<Timelines> zones(
            EntryState state, CorrectTrade command, Origin origin, Entities entities) {
        var zones = new HashSet<ZoneCode>();
        if (state instanceof EntryState.Standing(var _, var _, var now)) {
            TradeEntry corrected = command.applyTo(now);
            if (!corrected.isWhereAndWhen(now)) {
                zones.add(corrected.zone());
            }
            if (origin.expectedPosition() != null) {
                zones.add(now.zone());
            }
        }
        return zones.isEmpty()
                ? CompletableFuture.completedFuture(Timelines.none())
                : entities.load(Timelines.class, ZoneBoundary.of(zones));
    }
}
