package org.zoneregistry.zone.write;

import java.util.UUID;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.zone.event.ZoneCode;

/** The tags of the events about zones. */
final class ZoneTags {

    private ZoneTags() {}

    /** On every event that touches the zone. */
    static Tag zone(ZoneCode zone) {
        return new Tag("zone", zone.value());
    }

    /** On the event that recorded a fact, and on all that correct it. */
    static Tag fact(UUID fact) {
        return new Tag("fact", fact.toString());
    }
}
