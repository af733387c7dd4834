package org.zoneregistry.zone.write.withdraw;

import java.util.UUID;

/**
 * Withdraws a recorded fact that was never true.
 *
 * @param fact the id of the event that recorded it
 * @param reason why it is withdrawn
 */
public record WithdrawFact(UUID fact, String reason) {}
