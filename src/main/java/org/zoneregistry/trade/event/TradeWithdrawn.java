package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/**
 * A recorded entry no longer counts. If only its zone was wrong, the next event records it in the right zone.
 *
 * @param reason why it was withdrawn
 */
public record TradeWithdrawn(EntryId entryId, ZoneCode zone, String reason) implements EntryEvent {}
