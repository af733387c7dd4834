package org.zoneregistry.commands.bus;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zoneregistry.commands.Origin;

/** Converts a command's origin to the metadata of its message on the bus, and back. */
final class OriginMetadata {

    private static final String EXPECTED_POSITION = "expectedPosition";

    private static final String ASSUMING = "assuming";

    private static final String TRYING = "trying";

    private OriginMetadata() {}

    /** Adds the request to decide on assumptions. */
    static Map<String, String> assuming(Map<String, String> metadata) {
        var assuming = new LinkedHashMap<>(metadata);
        assuming.put(ASSUMING, "true");
        return assuming;
    }

    /** Adds the request to decide only. Removes the idempotency key. */
    static Map<String, String> trying(Map<String, String> metadata) {
        var trying = new LinkedHashMap<>(metadata);
        trying.remove("idempotencyKey");
        trying.remove("requestHash");
        trying.put(TRYING, "true");
        return trying;
    }

    static boolean isTrying(Map<String, String> metadata) {
        return metadata.containsKey(TRYING);
    }

    static boolean isAssuming(Map<String, String> metadata) {
        return metadata.containsKey(ASSUMING);
    }

    static Map<String, String> write(Origin origin) {
        var metadata = new LinkedHashMap<>(origin.metadata());
        if (origin.expectedPosition() != null) {
            metadata.put(EXPECTED_POSITION, Long.toString(origin.expectedPosition()));
        }
        return metadata;
    }

    static Origin read(Map<String, String> metadata) {
        String expected = metadata.get(EXPECTED_POSITION);
        return new Origin(
                requireNonNull(metadata.get("actor")),
                requireNonNull(metadata.get("role")),
                requireNonNull(metadata.get("correlationId")),
                metadata.get("traceId"),
                metadata.get("idempotencyKey"),
                metadata.get("requestHash"),
                metadata.get("source"),
                expected == null ? null : Long.valueOf(expected));
    }
}
