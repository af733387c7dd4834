package org.zoneregistry.statistics.sdmx;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The key of a series: one code for each {@link SeriesDimension}.
 *
 * <p>Sorted by the codes, the first dimension first.
 */
record SeriesKey(Map<SeriesDimension, String> codes) implements Comparable<SeriesKey> {

    SeriesKey {
        codes = Collections.unmodifiableMap(new EnumMap<>(codes));
        if (codes.size() != SeriesDimension.values().length) {
            throw new IllegalArgumentException(codes + " lacks a code of some dimension.");
        }
    }

    String code(SeriesDimension dimension) {
        return Objects.requireNonNull(codes.get(dimension));
    }

    @Override
    public int compareTo(SeriesKey other) {
        for (SeriesDimension dimension : SeriesDimension.values()) {
            int order = code(dimension).compareTo(other.code(dimension));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The form in requests. */
    @Override
    public String toString() {
        return String.join(".", codes.values());
    }
}
