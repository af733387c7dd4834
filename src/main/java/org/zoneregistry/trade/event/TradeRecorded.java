package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/**
 * A trade entry was recorded; or it was withdrawn from another zone by the event before, and is in this one rightly.
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
