package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/**
 * A trade entry was recorded. If the event before withdrew the same entry from another zone, the entry has moved to
 * this zone.
 */
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
