package org.zoneregistry.trade.read.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The versions of things in a batch of events. Each statement about a thing ends the version before, which is in the
 * batch or in the table.
 *
 * @param <K> the key of a thing
 * @param <V> its content
 */
final class Versions<K, V> {

    private final List<Known<V>> begun = new ArrayList<>();
    private final Map<K, Integer> open = new LinkedHashMap<>();
    private final Map<K, Long> endedInTable = new LinkedHashMap<>();

    /**
     * A version that begins in the batch.
     *
     * @param from the first prefix that has it
     * @param to the first that does not; {@code null} if the batch does not end it
     */
    record Known<V>(V value, long from, @Nullable Long to) {}

    /** The thing has this content from the position on. */
    void begin(K key, V value, long position) {
        end(key, position);
        open.put(key, begun.size());
        begun.add(new Known<>(value, position, null));
    }

    /** The thing no longer has its content from the position on. */
    void end(K key, long position) {
        Integer before = open.remove(key);
        if (before == null) {
            endedInTable.putIfAbsent(key, position);
        } else {
            var version = begun.get(before);
            begun.set(before, new Known<>(version.value(), version.from(), position));
        }
    }

    /** Whether the batch has no statements. */
    boolean areUntouched() {
        return begun.isEmpty() && endedInTable.isEmpty();
    }

    /** The new versions, in the order of the log. */
    List<Known<V>> begun() {
        return begun;
    }

    /** The positions at which open versions in the table end. */
    Map<K, Long> endedInTable() {
        return endedInTable;
    }
}
