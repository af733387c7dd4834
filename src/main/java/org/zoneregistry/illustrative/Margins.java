package org.zoneregistry.illustrative;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** An amount for each zone that agrees with the known amounts of single zones and groups. */
final class Margins {

    private final List<TradingZone> zones;
    private final ToLongFunction<TradingZone> weight;
    private final Map<TradingZone, Long> amounts = new LinkedHashMap<>();

    /** @param weight divides unknown amounts */
    Margins(List<TradingZone> zones, ToLongFunction<TradingZone> weight) {
        this.zones = zones;
        this.weight = weight;
    }

    /** Fixes the amount of a zone. */
    void fix(TradingZone zone, long amount) {
        amounts.put(zone, amount);
    }

    /**
     * Fixes the amount of a group. The fixed zones are subtracted, and the rest is divided among the others, which are
     * then fixed. So smaller groups must come first.
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

    /** The amount of a zone; 0 if it is not fixed. */
    long of(TradingZone zone) {
        return amounts.getOrDefault(zone, 0L);
    }
}
