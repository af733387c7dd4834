package org.zoneregistry.trade.fold;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.TradeEntry;

/** Where a fold keeps what it has come to. */
public interface CubeState {

    /** How an entry reads; {@code null} if it was never recorded, or was withdrawn. */
    @Nullable
    TradeEntry entry(EntryId id);

    /** Keeps how an entry reads; {@code null} for one that counts for nothing. */
    void keep(EntryId id, @Nullable TradeEntry entry);

    /** What a cell comes to; {@link CellSum#NOTHING} if it has no entries. */
    CellSum sum(TradeCell cell);

    /** Keeps what a cell comes to. */
    void keep(TradeCell cell, CellSum sum);
}
