package org.zoneregistry.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One event in the log.
 *
 * <p>{@link #bytes} are the stored form, unchanged since the append: RFC 8785 canonical JSON in UTF-8. All other
 * components are read from them. If an upcaster is known for an older version, {@link #version} and {@link #data} are
 * those of the <em>current</em> version. An event with an unknown type is returned as it was stored.
 *
 * @param position 1, 2, 3 … without gaps, in commit order
 * @param recordedAt when the store recorded it, in microseconds, strictly increasing with the position
 * @param id the event's identifier, a UUIDv7
 * @param type the event's name in the log, never a class name
 * @param version the version of the type that {@code data} has; 1 is the first
 * @param tags {@code key:value}, sorted, without duplicates
 * @param metadata who, why and from where; values that were not given are absent
 * @param data the payload; don't change it
 * @param bytes the stored canonical bytes
 */
public record StoredEvent(
        long position,
        Instant recordedAt,
        UUID id,
        String type,
        int version,
        List<String> tags,
        Map<String, String> metadata,
        JsonNode data,
        StoredBytes bytes) {

    /**
     * This event, for a reader that knows versions of its type up to the given one.
     *
     * @throws UnknownEventException if its version is later
     */
    public StoredEvent knownUpTo(int latest) {
        if (version > latest) {
            throw new UnknownEventException(this, "the version is later than this program's, " + latest);
        }
        return this;
    }

    /** The values of all tags with this key, in the order of the tags. */
    public List<String> tagValues(String key) {
        String prefix = key + ":";
        return tags.stream()
                .filter(tag -> tag.startsWith(prefix))
                .map(tag -> tag.substring(prefix.length()))
                .toList();
    }
}
