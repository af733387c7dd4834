package org.zoneregistry.trade.write.enterprise;

import org.zoneregistry.trade.event.EnterpriseId;

/**
 * Say that a registered enterprise never was one.
 *
 * @param reason why it is withdrawn
 */
public record WithdrawEnterprise(EnterpriseId id, String reason) {}
