package org.zoneregistry.trade.read.history;

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
 * A page of the events about a trade entry.
 *
 * @param entryId its id
 * @param events in the order in which they were recorded
 */
@Schema(name = "TradeEntryHistory")
public record EntryHistory(String entryId, List<Event> events) {

    public EntryHistory {
        events = List.copyOf(events);
    }

    /**
     * An event.
     *
     * @param version the version of the type that data has
     * @param data what it says, as it is stored
     */
    @Schema(name = "TradeEntryHistoryEvent")
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
