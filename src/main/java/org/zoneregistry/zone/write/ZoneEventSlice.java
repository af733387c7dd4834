package org.zoneregistry.zone.write;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.platform.axon.EventSlice;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.event.json.ZoneEventType;

/** The events about zones, as the log has them. */
@Singleton
public final class ZoneEventSlice implements EventSlice<ZoneEvent> {

    @Override
    public Class<ZoneEvent> family() {
        return ZoneEvent.class;
    }

    @Override
    public Map<String, Integer> types() {
        return Arrays.stream(ZoneEventType.values())
                .collect(Collectors.toMap(ZoneEventType::wireName, ZoneEventType::version));
    }

    @Override
    public String typeOf(ZoneEvent event) {
        return ZoneEventType.of(event).wireName();
    }

    @Override
    public JsonNode write(ZoneEvent event) {
        return ZoneEventJson.write(event);
    }

    @Override
    public ZoneEvent read(String type, JsonNode data) {
        return ZoneEventType.named(type)
                .map(known -> ZoneEventJson.read(known, data))
                .orElseThrow(() -> new IllegalArgumentException("There is no zone event " + type));
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
