package org.zoneregistry.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An event ready to be appended: its canonical bytes, without the position and the time. These two are adjacent in
 * canonical order, so the database inserts them between {@link #before} and {@link #after}.
 */
public final class EncodedEvent {

    private final UUID id;
    private final String type;
    private final int version;
    private final List<String> tags;
    private final byte[] before;
    private final byte[] after;

    private EncodedEvent(UUID id, String type, int version, List<String> tags, byte[] before, byte[] after) {
        this.id = id;
        this.type = type;
        this.version = version;
        this.tags = tags;
        this.before = before;
        this.after = after;
    }

    /**
     * Encodes an event.
     *
     * @param tags {@code key:value}, in any order
     * @throws IllegalArgumentException if a value has no canonical form, or a tag can't be indexed
     */
    public static EncodedEvent of(
            UUID id, String type, int version, Iterable<String> tags, Map<String, String> metadata, JsonNode data) {
        TreeSet<String> sorted = new TreeSet<>();
        tags.forEach(tag -> sorted.add(Names.requireStorable(tag, "tag")));
        StringBuilder before = new StringBuilder(512).append("{\"data\":");
        CanonicalJson.write(data, before);
        before.append(",\"id\":\"").append(id).append("\",\"metadata\":");
        char separator = '{';
        for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
            before.append(separator);
            separator = ',';
            CanonicalJson.write(entry.getKey(), before);
            before.append(':');
            CanonicalJson.write(entry.getValue(), before);
        }
        before.append(metadata.isEmpty() ? "{}," : "},");

        StringBuilder after = new StringBuilder(128).append(",\"tags\":");
        separator = '[';
        for (String tag : sorted) {
            after.append(separator);
            separator = ',';
            CanonicalJson.write(tag, after);
        }
        after.append(sorted.isEmpty() ? "[]" : "]").append(",\"type\":");
        CanonicalJson.write(Names.requireStorable(type, "event type"), after);
        after.append(",\"version\":").append(version).append('}');
        return new EncodedEvent(
                id,
                type,
                version,
                List.copyOf(sorted),
                before.toString().getBytes(StandardCharsets.UTF_8),
                after.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The event's identifier. */
    public UUID id() {
        return id;
    }

    /** The event's name in the log. */
    public String type() {
        return type;
    }

    /** The version of the type. */
    public int version() {
        return version;
    }

    /** {@code key:value}, sorted, without duplicates. */
    public List<String> tags() {
        return tags;
    }

    /** The canonical bytes before the position. Don't change the array. */
    byte[] before() {
        return before;
    }

    /** The canonical bytes before the value of the time, if the position is known. */
    byte[] beforeRecordedAt(long position) {
        byte[] middle = ("\"position\":" + position + ",\"recordedAt\":").getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(before, before.length + middle.length);
        System.arraycopy(middle, 0, bytes, before.length, middle.length);
        return bytes;
    }

    /** The canonical bytes after the time. Don't change the array. */
    byte[] after() {
        return after;
    }
}
