package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/**
 * The registration of an enterprise counts for nothing from now on. Where it was only corrected, the next event
 * registers it as it reads rightly.
 *
 * @param zone the zone that it was registered in
 * @param reason why it was withdrawn
 */
public record EnterpriseWithdrawn(EnterpriseId id, ZoneCode zone, String reason) implements EnterpriseEvent {}
