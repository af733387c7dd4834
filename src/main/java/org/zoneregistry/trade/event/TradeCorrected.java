package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/**
 * A recorded entry has new content from now on. The event has the whole entry, so the latest correction alone says what
 * is valid.
 *
 * @param entry its new content; id and zone are unchanged
 * @param reason why it was corrected
 */
public record TradeCorrected(TradeEntry entry, String reason) implements EntryEvent {

    @Override
    public EntryId entryId() {
        return entry.id();
    }

    @Override
    public ZoneCode zone() {
        return entry.zone();
    }
}
