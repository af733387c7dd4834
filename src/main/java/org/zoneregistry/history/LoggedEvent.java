package org.zoneregistry.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.Attribution;
import org.zoneregistry.log.StoredEvent;

/**
 * An event in the log, with who recorded it and why.
 *
 * @param version the version of the type that data has
 * @param source where the knowledge comes from
 * @param correlationId connects all events that one request caused
 * @param traceId the trace of the request
 * @param data its content, as stored
 */
@Schema(name = "LoggedEvent")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoggedEvent(
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
        @Nullable String traceId,
        @Schema(type = SchemaType.OBJECT) JsonNode data) {

    static LoggedEvent of(StoredEvent stored) {
        var by = Attribution.of(stored);
        return new LoggedEvent(
                stored.id(),
                stored.type(),
                stored.version(),
                stored.position(),
                stored.recordedAt(),
                by.actor(),
                by.role(),
                by.reason(),
                by.source(),
                by.correlationId(),
                by.traceId(),
                stored.data());
    }
}
