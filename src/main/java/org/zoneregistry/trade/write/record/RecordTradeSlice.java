package org.zoneregistry.trade.write.record;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.ledger.Dataset;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.EntryBoundary;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.ZoneBoundary;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/**
 * Wires {@link RecordTrade}: the decision depends on the zone's lifecycle and the entry itself. It does not depend on
 * the zone's other trade, so entries of one zone never conflict. An id of another data set is refused before.
 */
@Singleton
public final class RecordTradeSlice implements CommandSlice<RecordTrade> {

    private final Dataset dataset;

    RecordTradeSlice(Dataset dataset) {
        this.dataset = dataset;
    }

    @Override
    public String name() {
        return "record-trade";
    }

    @Override
    public Class<RecordTrade> command() {
        return RecordTrade.class;
    }

    @Override
    public CompletableFuture<Decision<TradeEvent>> decide(RecordTrade command, Origin origin, Entities entities) {
        Optional<Rejection> mismatch = dataset.refusal(command.entry().id().value());
        if (mismatch.isPresent()) {
            return CompletableFuture.completedFuture(Decision.reject(mismatch.get()));
        }
        ZoneCode zone = command.entry().zone();
        return entities.<ZoneBoundary, Timelines>load(Timelines.class, ZoneBoundary.of(Set.of(zone)))
                .thenCompose(zones -> ZoneCommandSlice.hasChanged(zones, zone, origin)
                        ? CompletableFuture.completedFuture(Decision.reject(ZoneCommandSlice.changed(zone)))
                        : entities.<EntryBoundary, EntryState>load(
                                        EntryState.class,
                                        new EntryBoundary(command.entry().id()))
                                .thenApply(entry -> RecordTradeDecider.decide(zones, entry, command)));
    }
}
