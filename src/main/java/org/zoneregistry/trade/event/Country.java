package org.zoneregistry.trade.event;

import java.util.Locale;
import java.util.Set;

/**
 * A trade partner.
 *
 * @param code ISO 3166-1 alpha-2, such as {@code DE}; a code that the Java platform knows
 */
public record Country(String code) implements Comparable<Country> {

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    /** @throws IllegalArgumentException if no country has that code */
    public Country {
        if (!KNOWN.contains(code)) {
            throw new IllegalArgumentException("must be an ISO 3166-1 alpha-2 code, such as DE");
        }
    }

    @Override
    public int compareTo(Country other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
