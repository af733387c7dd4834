package org.zoneregistry.trade.write.withdraw;

import org.zoneregistry.trade.event.EntryId;

/**
 * Withdraws an entry that was recorded by mistake.
 *
 * @param reason why it is withdrawn
 */
public record WithdrawTrade(EntryId entryId, String reason) {}
