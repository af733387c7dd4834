package org.zoneregistry.rating;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.messaging.eventstreaming.Tag;
import org.zoneregistry.commands.bus.EventSlice;
import org.zoneregistry.log.EventTypes.EventType;
import org.zoneregistry.zone.event.ZoneCode;

/** The types and the tags of the events about grades. */
@Singleton
final class RatingEventSlice implements EventSlice<ZoneRated> {

    @Override
    public Class<ZoneRated> family() {
        return ZoneRated.class;
    }

    @Override
    public List<EventType<?>> types() {
        return List.of(
                new EventType<>(ZoneRated.TYPE, ZoneRated.class, RatingEventSlice::write, RatingEventSlice::read));
    }

    @Override
    public String typeOf(ZoneRated event) {
        return ZoneRated.TYPE;
    }

    @Override
    public Set<Tag> tags(UUID id, ZoneRated event) {
        return Set.of(new Tag("zone", event.zone().value()));
    }

    private static JsonNode write(ZoneRated event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("zone", event.zone().value())
                .put("grade", event.grade());
    }

    static ZoneRated read(JsonNode json) {
        return new ZoneRated(
                new ZoneCode(json.path("zone").asText()), json.path("grade").asText());
    }
}
