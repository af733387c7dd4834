package org.zoneregistry.statistics.cube;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;

/**
 * One sum of the cube.
 *
 * @param key the value of each dimension of the breakdown; {@code null} if entries do not have one
 * @param imports the sum of the entries with direction import
 * @param exports the sum of the entries with direction export
 * @param undirected the sum of the entries with only a published total
 * @param entries how many entries are in it
 */
public record Cell(
        Map<Dimension, @Nullable String> key, Amount imports, Amount exports, Amount undirected, long entries) {

    public Cell {
        // keeps the order of the dimensions, and allows null as a value
        Map<Dimension, @Nullable String> copy = new EnumMap<>(Dimension.class);
        copy.putAll(key);
        key = Collections.unmodifiableMap(copy);
    }

    /** The total trade: imports + exports + undirected. */
    public Amount total() {
        return imports.plus(exports).plus(undirected);
    }
}
