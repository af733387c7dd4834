package org.zoneregistry.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The places in which a caller may act: zones, or provinces. Without either it may act nowhere.
 *
 * @param everywhere whether there is no limit
 * @param zones codes of zones
 * @param provinces ISO 3166-2 codes
 */
public record Limit(boolean everywhere, Set<String> zones, Set<String> provinces) {

    /** No limit. */
    public static final Limit NONE = new Limit(true, Set.of(), Set.of());

    public Limit {
        zones = Set.copyOf(zones);
        provinces = Set.copyOf(provinces);
    }

    static Limit of(Set<String> zones, Set<String> provinces) {
        return new Limit(false, zones, provinces);
    }

    /** Whether the caller may act on what is about a whole province. */
    public boolean holdsProvince(String province) {
        return everywhere || provinces.contains(province);
    }

    /** The places, for a person. */
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
