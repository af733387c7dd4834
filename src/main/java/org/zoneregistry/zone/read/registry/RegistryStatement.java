package org.zoneregistry.zone.read.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;

/**
 * The content of an event about a fact.
 *
 * @param kind the event's kind in the table
 * @param fact the id of the event that recorded the fact
 * @param reads the content of the fact after the event; {@code null} if it is withdrawn
 */
record RegistryStatement(String kind, UUID fact, @Nullable ZoneFact reads) {

    /** The statement of the event with that id. */
    static RegistryStatement of(UUID event, ZoneEvent content) {
        return switch (content) {
            case ZoneFact fact -> new RegistryStatement("recorded", event, fact);
            case ZoneFactAmended(var fact, var amended, var _, var _) ->
                new RegistryStatement("amended", fact, amended);
            case ZoneFactWithdrawn(var fact, var _, var _) -> new RegistryStatement("withdrawn", fact, null);
        };
    }
}
