package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/**
 * The registration of an enterprise no longer counts. If this is part of a correction, the next event registers the
 * enterprise with its new content.
 *
 * @param zone the zone that it was registered in
 * @param reason why it was withdrawn
 */
public record EnterpriseWithdrawn(EnterpriseId id, ZoneCode zone, String reason) implements EnterpriseEvent {}
