package org.zoneregistry.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.zoneregistry.feed.CloudEvent;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;

/**
 * Which zone's partition an event belongs into. It depends on the log alone, so that it is the same whenever it is
 * asked.
 *
 * <p>What is recorded about a zone, its trade and its enterprises, and every correction of that, has the key of that
 * zone. An event that touches several zones is kept with the one whose fact it is: the one that absorbs others.
 */
final class ZoneKeys {

    private final EventLog log;

    ZoneKeys(EventLog log) {
        this.log = log;
    }

    /**
     * The zone's code; empty for an event that is about none.
     *
     * @param event as it was stored
     * @param told the same, as the feed tells it
     */
    Uni<Optional<String>> of(StoredEvent event, CloudEvent told) {
        JsonNode fact = event.data().path("fact");
        if (told.subject() != null || !fact.isTextual()) {
            return Uni.createFrom().item(Optional.ofNullable(told.subject()));
        }
        // the withdrawal of a fact that touched several zones: only the fact itself says whose it was
        UUID id = UUID.fromString(fact.textValue());
        return Uni.createFrom()
                .completionStage(() -> log.findById(id))
                .map(found -> found.map(recorded -> CloudEvent.of(recorded, told.source()))
                        .map(CloudEvent::subject));
    }
}
