package org.zoneregistry.zone.write;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.commands.bus.EventSlice;
import org.zoneregistry.log.EventTypes.EventType;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.json.ZoneEventType;

/** The types and the tags of the events about zones. */
@Singleton
public final class ZoneEventSlice implements EventSlice<ZoneEvent> {

    @Override
    public Class<ZoneEvent> family() {
        return ZoneEvent.class;
    }

    @Override
    public List<EventType<?>> types() {
        return ZoneEventType.rows();
    }

    @Override
    public String typeOf(ZoneEvent event) {
        return ZoneEventType.of(event).wireName();
    }

    @Override
    public Set<Tag> tags(UUID id, ZoneEvent event) {
        var tags = new HashSet<Tag>();
        event.zones().forEach(zone -> tags.add(ZoneTags.zone(zone)));
        tags.add(ZoneTags.fact(
                switch (event) {
                    case ZoneFact _ -> id;
                    case ZoneFactAmended amended -> amended.fact();
                    case ZoneFactWithdrawn withdrawn -> withdrawn.fact();
                }));
        return tags;
    }
}
