package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/**
 * A recorded entry counts for nothing from now on. Where it was only in the wrong zone, the next event records it in
 * the right one.
 *
 * @param reason why it was withdrawn
 */
public record TradeWithdrawn(EntryId entryId, ZoneCode zone, String reason) implements EntryEvent {}
