package org.zoneregistry.zone.read.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;

/**
 * What an event says of a fact.
 *
 * @param kind the word for it in the table
 * @param fact the id of the event that recorded the fact
 * @param reads the fact as it reads from then on; {@code null} if it is withdrawn
 */
record RegistryStatement(String kind, UUID fact, @Nullable ZoneFact reads) {

    /** What the event of that id says. */
    static RegistryStatement of(UUID event, ZoneEvent said) {
        return switch (said) {
            case ZoneFact fact -> new RegistryStatement("recorded", event, fact);
            case ZoneFactAmended(var fact, var amended, var _, var _) ->
                new RegistryStatement("amended", fact, amended);
            case ZoneFactWithdrawn(var fact, var _, var _) -> new RegistryStatement("withdrawn", fact, null);
        };
    }
}
