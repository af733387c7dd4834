package org.zoneregistry.illustrative;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** An amount for each zone, so that what is known of single zones and of groups of them comes out. */
final class Margins {

    private final List<TradingZone> zones;
    private final ToLongFunction<TradingZone> weight;
    private final Map<TradingZone, Long> amounts = new LinkedHashMap<>();

    /** @param weight by which what is not known is divided */
    Margins(List<TradingZone> zones, ToLongFunction<TradingZone> weight) {
        this.zones = zones;
        this.weight = weight;
    }

    /** Fixes what a zone has. */
    void fix(TradingZone zone, long amount) {
        amounts.put(zone, amount);
    }

    /**
     * Fixes what a group has: what its fixed zones leave of it is divided among the others, which are fixed then. So
     * the more particular comes first.
     *
     * @throws IllegalArgumentException if the fixed zones have more than the group, or less and there is no other
     */
    void spread(Predicate<TradingZone> group, long amount) {
        List<TradingZone> free = zones.stream()
                .filter(group)
                .filter(zone -> !amounts.containsKey(zone))
                .toList();
        long left = amount
                - zones.stream()
                        .filter(group)
                        .mapToLong(zone -> amounts.getOrDefault(zone, 0L))
                        .sum();
        if (free.isEmpty() && left == 0) {
            return;
        }
        long[] parts = Apportionment.of(left, free.stream().mapToLong(weight).toArray());
        for (int i = 0; i < parts.length; i++) {
            amounts.put(free.get(i), parts[i]);
        }
    }

    boolean has(TradingZone zone) {
        return amounts.containsKey(zone);
    }

    /** What a zone has; 0 where nothing fixed it. */
    long of(TradingZone zone) {
        return amounts.getOrDefault(zone, 0L);
    }
}
