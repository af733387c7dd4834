package org.zoneregistry.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zoneregistry.log.StoredBytes;
import org.zoneregistry.log.StoredEvent;

/** Events as if read from a log, for tests of single events. */
public final class StoredEvents {

    private StoredEvents() {}

    /** The first of a log. */
    public static StoredEvent first(String type, int version, JsonNode data) {
        return new StoredEvent(
                1,
                Instant.EPOCH,
                UUID.randomUUID(),
                type,
                version,
                List.of(),
                Map.of(),
                data,
                StoredBytes.of(new byte[0]));
    }
}
