package org.zoneregistry.trade.write.enterprise;

import org.zoneregistry.trade.event.EnterpriseId;

/**
 * Withdraws an enterprise that was registered by mistake.
 *
 * @param reason why it is withdrawn
 */
public record WithdrawEnterprise(EnterpriseId id, String reason) {}
