package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/** A trade entry was recorded. */
public record TradeRecorded(TradeEntry entry) implements EntryEvent {

    @Override
    public EntryId entryId() {
        return entry.id();
    }

    @Override
    public ZoneCode zone() {
        return entry.zone();
    }
}
