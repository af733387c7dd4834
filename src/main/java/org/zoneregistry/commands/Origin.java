package org.zoneregistry.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command, why, and in which request. It is recorded with every event.
 *
 * @param actor the subject that sends it
 * @param role the role in which it acts
 * @param correlationId connects all events that one request caused
 * @param traceId the id of the trace, if there is one
 * @param idempotencyKey the key under which the request may be sent again, if given
 * @param requestHash a hash of the request's content, if a key is given
 * @param source where the knowledge comes from, if known
 * @param expectedPosition the position of the last event about the zone that the sender has seen, if the sender
 *     requires that it is still the last
 */
public record Origin(
        String actor,
        String role,
        String correlationId,
        @Nullable String traceId,
        @Nullable String idempotencyKey,
        @Nullable String requestHash,
        @Nullable String source,
        @Nullable Long expectedPosition) {

    public Origin {
        if ((idempotencyKey == null) != (requestHash == null)) {
            throw new IllegalArgumentException("An idempotency key needs a request hash.");
        }
    }

    /** The same, with the source of the knowledge. */
    public Origin from(String knownSource) {
        return new Origin(
                actor, role, correlationId, traceId, idempotencyKey, requestHash, knownSource, expectedPosition);
    }

    /** The metadata of the command's events. Unknown values are absent. */
    public Map<String, String> metadata() {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("actor", actor);
        metadata.put("role", role);
        metadata.put("correlationId", correlationId);
        put(metadata, "traceId", traceId);
        put(metadata, "idempotencyKey", idempotencyKey);
        put(metadata, "requestHash", requestHash);
        put(metadata, "source", source);
        return metadata;
    }

    private static void put(Map<String, String> metadata, String name, @Nullable String value) {
        if (value != null) {
            metadata.put(name, value);
        }
    }
}
