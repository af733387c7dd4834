package org.zoneregistry.statistics.similarity;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The most similar zones to a zone.
 *
 * @param nearest at most three, the nearest by Krugman's index first
 */
public record Neighbours(String zone, List<ZonePair> nearest) {

    private static final int MOST_NEIGHBOURS = 3;

    public Neighbours {
        nearest = List.copyOf(nearest);
    }

    /** From a zone's pairs with all others. */
    static Neighbours of(String zone, List<ZonePair> pairs) {
        return new Neighbours(
                zone,
                pairs.stream()
                        .sorted(Comparator.comparing((ZonePair pair) ->
                                        Objects.requireNonNull(pair.krugman().value()))
                                .thenComparing(ZonePair::other))
                        .limit(MOST_NEIGHBOURS)
                        .toList());
    }
}
