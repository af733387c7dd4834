package org.zoneregistry.zone.write;

import java.util.UUID;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.zone.event.ZoneCode;

/** The tags of the events about zones. */
final class ZoneTags {

    private ZoneTags() {}

    /** The tag of every event that touches the zone. */
    static Tag zone(ZoneCode zone) {
        return new Tag("zone", zone.value());
    }

    /** The tag of the event that recorded a fact, and of all events that correct it. */
    static Tag fact(UUID fact) {
        return new Tag("fact", fact.toString());
    }
}
