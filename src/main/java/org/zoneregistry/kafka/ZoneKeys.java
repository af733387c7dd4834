package org.zoneregistry.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.zoneregistry.feed.CloudEvent;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;

/**
 * Finds the zone by which an event is keyed. The answer depends on the log alone, so it never changes.
 *
 * <p>Events about a zone, its trade and its enterprises, and all their corrections, have the key of that zone. An event
 * that touches several zones has the key of the zone whose fact it is: the one that absorbs others.
 */
final class ZoneKeys {

    private final EventLog log;

    ZoneKeys(EventLog log) {
        this.log = log;
    }

    /**
     * The zone's code; empty for an event without a zone.
     *
     * @param event as it was stored
     * @param told the same event as the feed shows it
     */
    Uni<Optional<String>> of(StoredEvent event, CloudEvent told) {
        JsonNode fact = event.data().path("fact");
        if (told.subject() != null || !fact.isTextual()) {
            return Uni.createFrom().item(Optional.ofNullable(told.subject()));
        }
        // the withdrawal of a fact of several zones: only the fact itself shows whose it was
        UUID id = UUID.fromString(fact.textValue());
        return Uni.createFrom()
                .completionStage(() -> log.findById(id))
                .map(found -> found.map(recorded -> CloudEvent.of(recorded, told.source()))
                        .map(CloudEvent::subject));
    }
}
