package org.zoneregistry.commands;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;

/**
 * Who recorded an event, why, and as part of which request: the metadata that {@link Origin} wrote. A part that the
 * event doesn't have is null.
 *
 * @param actor the subject that sent the command
 * @param role the role in which it acted
 * @param reason why, if the event gives a reason
 * @param source where the knowledge comes from, if known
 * @param correlationId connects all events that one request caused
 * @param traceId the id of the trace of the request
 */
public record Attribution(
        @Nullable String actor,
        @Nullable String role,
        @Nullable String reason,
        @Nullable String source,
        @Nullable String correlationId,
        @Nullable String traceId) {

    /** The attribution of an event. The reason is a member of some events. */
    public static Attribution of(StoredEvent event) {
        Map<String, String> metadata = event.metadata();
        return new Attribution(
                metadata.get("actor"),
                metadata.get("role"),
                event.data().path("reason").textValue(),
                metadata.get("source"),
                metadata.get("correlationId"),
                metadata.get("traceId"));
    }
}
