package org.zoneregistry.trade.fold;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;

/**
 * The fold over the events of trade entries. Fold each event once, and the events of an entry in the order of the log.
 */
public final class TradeFold {

    private TradeFold() {}

    /** The content of the entry after an event; {@code null} if it no longer counts. */
    public static @Nullable TradeEntry contentAfter(EntryEvent event) {
        return switch (event) {
            case TradeRecorded(var entry) -> entry;
            case TradeCorrected(var entry, var _) -> entry;
            case TradeWithdrawn _ -> null;
        };
    }

    /** Subtracts the entry with its content before the event from the sums, and adds it with its content after. */
    public static void apply(CubeState state, EntryEvent event) {
        TradeEntry before = state.entry(event.entryId());
        TradeEntry after = contentAfter(event);
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
