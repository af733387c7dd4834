package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/** An event about one trade entry: it was recorded, corrected, or withdrawn. */
public sealed interface EntryEvent extends TradeEvent permits TradeRecorded, TradeCorrected, TradeWithdrawn {

    /** The entry of the event. */
    EntryId entryId();

    /** The zone that the entry is, or was, in. */
    ZoneCode zone();
}
