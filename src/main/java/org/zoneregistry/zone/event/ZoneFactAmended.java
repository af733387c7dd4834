package org.zoneregistry.zone.event;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * A recorded fact was wrong or imprecise, and has new content from now on.
 *
 * <p>The event has the whole fact with its new content, so the latest amendment is enough, and no reader has to merge.
 * The order among facts of one day remains that of the original's position.
 *
 * @param fact the id of the event that recorded the fact
 * @param amended the new content of the fact, of the same kind and about the same zone
 * @param formerZones the zones that the fact touched before
 * @param reason why it was amended
 */
public record ZoneFactAmended(UUID fact, ZoneFact amended, Set<ZoneCode> formerZones, String reason)
        implements ZoneEvent {

    public ZoneFactAmended {
        formerZones = Set.copyOf(formerZones);
    }

    @Override
    public Set<ZoneCode> zones() {
        var zones = new LinkedHashSet<>(amended.zones());
        zones.addAll(formerZones);
        return zones;
    }
}
