package org.zoneregistry.zone.event;

import java.util.Set;
import java.util.UUID;

/**
 * A recorded fact never was one: it counts for nothing from now on, and stays in the log.
 *
 * @param fact the id of the event that recorded the fact
 * @param zones the zones that the fact touched as it last read
 * @param reason why it was withdrawn
 */
public record ZoneFactWithdrawn(UUID fact, Set<ZoneCode> zones, String reason) implements ZoneEvent {

    public ZoneFactWithdrawn {
        zones = Set.copyOf(zones);
    }
}
