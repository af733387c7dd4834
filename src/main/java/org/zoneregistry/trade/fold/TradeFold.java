package org.zoneregistry.trade.fold;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;

/**
 * The fold over the events of trade entries. Each event is to be folded once, and those of an entry in the order of the
 * log.
 */
public final class TradeFold {

    private TradeFold() {}

    /** How the entry reads after an event about it; {@code null} if it counts for nothing from then on. */
    public static @Nullable TradeEntry reads(EntryEvent event) {
        return switch (event) {
            case TradeRecorded(var entry) -> entry;
            case TradeCorrected(var entry, var _) -> entry;
            case TradeWithdrawn _ -> null;
        };
    }

    /** Takes the entry out of the sums as it read before the event, and adds it as it reads after. */
    public static void apply(CubeState state, EntryEvent event) {
        TradeEntry before = state.entry(event.entryId());
        TradeEntry after = reads(event);
        if (before != null) {
            TradeCell cell = TradeCell.of(before);
            state.keep(cell, state.sum(cell).without(before.value()));
        }
        if (after != null) {
            TradeCell cell = TradeCell.of(after);
            state.keep(cell, state.sum(cell).with(after.value()));
        }
        state.keep(event.entryId(), after);
    }
}
