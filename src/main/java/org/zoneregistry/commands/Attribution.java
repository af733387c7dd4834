package org.zoneregistry.commands;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;

/**
 * Who recorded an event, why, and as part of what: what {@link Origin} wrote, read again. A part that the event doesn't
 * tell is null.
 *
 * @param actor the subject that sent the command
 * @param role the role in which it acted
 * @param reason why, where the event gives a reason
 * @param source where the knowledge comes from, where known
 * @param correlationId ties together what one request caused
 * @param traceId the id of the trace that the request belonged to
 */
public record Attribution(
        @Nullable String actor,
        @Nullable String role,
        @Nullable String reason,
        @Nullable String source,
        @Nullable String correlationId,
        @Nullable String traceId) {

    /** What an event tells. A reason is a member of the events that have one. */
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
