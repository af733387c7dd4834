package org.zoneregistry.streams.cube;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.fold.CellSum;
import org.zoneregistry.trade.fold.CubeState;
import org.zoneregistry.trade.fold.TradeCell;

/** The state of the fold for one partition, in stores whose changes are in Kafka. */
final class StoredState implements CubeState {

    private final KeyValueStore<String, TradeEntry> entries;
    private final KeyValueStore<TradeCell, CellSum> sums;
    private final Map<TradeCell, CellSum> changed = new LinkedHashMap<>();

    StoredState(KeyValueStore<String, TradeEntry> entries, KeyValueStore<TradeCell, CellSum> sums) {
        this.entries = entries;
        this.sums = sums;
    }

    @Override
    public @Nullable TradeEntry entry(EntryId id) {
        return entries.get(id.value());
    }

    @Override
    @SuppressWarnings("NullAway") // null deletes; Kafka's interfaces don't declare this
    public void keep(EntryId id, @Nullable TradeEntry entry) {
        entries.put(id.value(), entry);
    }

    @Override
    public CellSum sum(TradeCell cell) {
        CellSum kept = sums.get(cell);
        return kept == null ? CellSum.NOTHING : kept;
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public void keep(TradeCell cell, CellSum sum) {
        sums.put(cell, sum.entries() == 0 ? null : sum);
        changed.put(cell, sum);
    }

    /** The cells that were stored since the last call, with their current sums. */
    Map<TradeCell, CellSum> takeChanged() {
        var taken = Map.copyOf(changed);
        changed.clear();
        return taken;
    }
}
