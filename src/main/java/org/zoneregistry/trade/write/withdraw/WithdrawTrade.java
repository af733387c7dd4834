package org.zoneregistry.trade.write.withdraw;

import org.zoneregistry.trade.event.EntryId;

/**
 * Say that a recorded entry never was one.
 *
 * @param reason why it is withdrawn
 */
public record WithdrawTrade(EntryId entryId, String reason) {}
