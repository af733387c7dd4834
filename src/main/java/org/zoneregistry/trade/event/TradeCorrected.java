package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/**
 * A recorded entry reads otherwise from now on. The event holds the whole entry, so that the latest correction alone
 * says what holds.
 *
 * @param entry as it reads from now on; its id and its zone are those that it had before
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
