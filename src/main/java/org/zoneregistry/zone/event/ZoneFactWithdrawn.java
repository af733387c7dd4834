package org.zoneregistry.zone.event;

import java.util.Set;
import java.util.UUID;

/**
 * A recorded fact was never true. It no longer counts, but stays in the log.
 *
 * @param fact the id of the event that recorded the fact
 * @param zones the zones that the fact touched last
 * @param reason why it was withdrawn
 */
public record ZoneFactWithdrawn(UUID fact, Set<ZoneCode> zones, String reason) implements ZoneEvent {

    public ZoneFactWithdrawn {
        zones = Set.copyOf(zones);
    }
}
