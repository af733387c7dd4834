package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/** An event about one trade entry: it was recorded, it reads otherwise, or it never was one. */
public sealed interface EntryEvent extends TradeEvent permits TradeRecorded, TradeCorrected, TradeWithdrawn {

    /** The entry that it is about. */
    EntryId entryId();

    /** The zone that the entry is, or was, in. */
    ZoneCode zone();
}
