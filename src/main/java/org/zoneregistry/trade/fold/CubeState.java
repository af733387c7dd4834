package org.zoneregistry.trade.fold;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.TradeEntry;

/** Stores the state of a fold. */
public interface CubeState {

    /** The current content of an entry; {@code null} if it was never recorded, or was withdrawn. */
    @Nullable
    TradeEntry entry(EntryId id);

    /** Stores the content of an entry; {@code null} if it no longer counts. */
    void keep(EntryId id, @Nullable TradeEntry entry);

    /** The sum of a cell; {@link CellSum#NOTHING} if it has no entries. */
    CellSum sum(TradeCell cell);

    /** Stores the sum of a cell. */
    void keep(TradeCell cell, CellSum sum);
}
