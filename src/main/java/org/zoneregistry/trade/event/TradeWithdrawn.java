package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/**
 * A recorded entry counts for nothing from now on.
 *
 * @param reason why it was withdrawn
 */
public record TradeWithdrawn(EntryId entryId, ZoneCode zone, String reason) implements EntryEvent {}
