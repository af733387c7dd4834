package org.zoneregistry.zone.write.withdraw;

import java.util.UUID;

/**
 * Say that a recorded fact never was one.
 *
 * @param fact the id of the event that recorded it
 * @param reason why it is withdrawn
 */
public record WithdrawFact(UUID fact, String reason) {}
