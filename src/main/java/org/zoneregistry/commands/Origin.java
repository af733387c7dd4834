package org.zoneregistry.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command, why, and as which request; it is recorded with every event.
 *
 * @param actor the subject that sends it
 * @param role the role in which it acts
 * @param correlationId ties together what one request caused
 * @param traceId the id of the trace, where there is one
 * @param idempotencyKey the key under which the request may be sent again, where given
 * @param requestHash what identifies the request's content under that key, where a key is given
 * @param source where the knowledge comes from, where known
 * @param expectedPosition the position of the last event about the zone that the sender has seen, where it insists
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
            throw new IllegalArgumentException("An idempotency key goes with a request hash.");
        }
    }

    /** The same, with where the knowledge comes from. */
    public Origin from(String knownSource) {
        return new Origin(
                actor, role, correlationId, traceId, idempotencyKey, requestHash, knownSource, expectedPosition);
    }

    /** The metadata of the events that the command leads to; what is not known is absent. */
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
