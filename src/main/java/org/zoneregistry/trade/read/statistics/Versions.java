package org.zoneregistry.trade.read.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How things read, as a batch of events tells it: every statement about a thing ends the one before, wherever that is,
 * in the batch or in the table.
 *
 * @param <K> by what a thing is known
 * @param <V> how it reads
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

    /** The thing reads so from the position on. */
    void begin(K key, V value, long position) {
        end(key, position);
        open.put(key, begun.size());
        begun.add(new Known<>(value, position, null));
    }

    /** The thing does not read from the position on as it did. */
    void end(K key, long position) {
        Integer before = open.remove(key);
        if (before == null) {
            endedInTable.putIfAbsent(key, position);
        } else {
            var version = begun.get(before);
            begun.set(before, new Known<>(version.value(), version.from(), position));
        }
    }

    /** Whether the batch says nothing of any thing. */
    boolean areUntouched() {
        return begun.isEmpty() && endedInTable.isEmpty();
    }

    /** The versions to be added, in the order of the log. */
    List<Known<V>> begun() {
        return begun;
    }

    /** At which positions versions of the table end, if it has an open one. */
    Map<K, Long> endedInTable() {
        return endedInTable;
    }
}
