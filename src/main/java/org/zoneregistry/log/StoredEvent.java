package org.zoneregistry.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One event as it lies in the log.
 *
 * <p>{@link #bytes} are the stored form, unchanged since the append: RFC 8785 canonical JSON in UTF-8. Everything else
 * is read from them, except that {@link #version} and {@link #data} are those of the <em>current</em> version of the
 * type where an upcaster is known for an older one. An event of a type that the reader doesn't know is served as it was
 * stored.
 *
 * @param position 1, 2, 3 … without gaps, in commit order
 * @param recordedAt when the store took it, in microseconds, strictly increasing with the position
 * @param id the event's identifier, a UUIDv7
 * @param type the event's name in the log, never a class name
 * @param version the version of the type that {@code data} has; 1 is the first
 * @param tags {@code key:value}, sorted, without duplicates
 * @param metadata who, why and from where; absent where not given
 * @param data the payload; treat it as immutable
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
     * This event, of which its reader knows versions of its type up to this one.
     *
     * @throws UnknownEventException where its version is later
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
