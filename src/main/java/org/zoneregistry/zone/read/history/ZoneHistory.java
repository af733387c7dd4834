package org.zoneregistry.zone.read.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.eventstore.StoredEvent;

/**
 * A page of the events about a zone.
 *
 * @param zone its code
 * @param events in the order in which they were recorded
 */
public record ZoneHistory(String zone, List<Event> events) {

    public ZoneHistory {
        events = List.copyOf(events);
    }

    /**
     * An event.
     *
     * @param version the version of the type that data has
     * @param data what it says, as it is stored
     */
    @Schema(name = "ZoneHistoryEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            UUID id,
            String type,
            int version,
            long position,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String reason,
            @Nullable String source,
            @Nullable String correlationId,
            @Schema(type = SchemaType.OBJECT) JsonNode data) {

        static Event of(StoredEvent stored) {
            var metadata = stored.metadata();
            return new Event(
                    stored.id(),
                    stored.type(),
                    stored.version(),
                    stored.position(),
                    stored.recordedAt(),
                    metadata.get("actor"),
                    metadata.get("role"),
                    metadata.get("reason"),
                    metadata.get("source"),
                    metadata.get("correlationId"),
                    stored.data());
        }
    }
}
