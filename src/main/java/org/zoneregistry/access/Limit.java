package org.zoneregistry.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places of a caller: zones, or provinces. A limit without both allows no place.
 *
 * @param everywhere whether there is no limit
 * @param zones codes of zones
 * @param provinces ISO 3166-2 codes
 */
public record Limit(boolean everywhere, Set<String> zones, Set<String> provinces) {

    private static final String COUNTRY = "CN";

    /** No limit. */
    public static final Limit NONE = new Limit(true, Set.of(), Set.of());

    /** No place. */
    static final Limit NOWHERE = new Limit(false, Set.of(), Set.of());

    public Limit {
        zones = Set.copyOf(zones);
        provinces = Set.copyOf(provinces);
    }

    static Limit of(Set<String> zones, Set<String> provinces) {
        return new Limit(false, zones, provinces);
    }

    /** The places of both limits. */
    Limit or(Limit other) {
        return everywhere || other.everywhere ? NONE : of(union(zones, other.zones), union(provinces, other.provinces));
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }

    /** Whether the caller may act on a whole province. The country is none: it takes a caller without a limit. */
    public boolean holdsProvince(String province) {
        return everywhere || (provinces.contains(province) && !province.equals(COUNTRY));
    }

    /** The places, for people. */
    @Override
    public String toString() {
        return everywhere
                ? "everywhere"
                : zones.isEmpty() && provinces.isEmpty()
                        ? "no place, since the token names no zones and no provinces"
                        : Stream.concat(zones.stream(), provinces.stream())
                                .sorted()
                                .collect(Collectors.joining(", "));
    }
}
