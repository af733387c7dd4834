package org.zoneregistry.zone.event;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that the registry has to know of a kind of facts, apart from what it does to a zone ({@code Fold}).
 *
 * <p>The name is fixed for ever and does not depend on the name of the class. A value that changes its meaning is a new
 * version, with an upcaster from the one before.
 *
 * @param wireName the name in the log
 * @param version the version in which facts are written today; 1 is the first
 * @param payload the class that stands for it in memory
 * @param members the names of the values that such facts have, apart from their days
 * @param maker makes a fact of its values
 */
public record FactType(
        String wireName, int version, Class<? extends ZoneFact> payload, Set<String> members, Maker maker) {

    public FactType {
        members = Set.copyOf(members);
    }

    /** Makes a fact of the values that it has, and leaves the others alone. */
    @FunctionalInterface
    public interface Maker {

        /**
         * Makes it.
         *
         * @throws IllegalArgumentException where a value is missing, or the values do not go together
         */
        ZoneFact make(ZoneCode zone, FactValues values, LocalDate effectiveOn, LocalDate effectiveNotBefore);
    }

    static FactType of(
            String wireName, int version, Class<? extends ZoneFact> payload, Maker maker, String... members) {
        return new FactType(wireName, version, payload, new TreeSet<>(Set.of(members)), maker);
    }

    /** A value that such facts can't be without. */
    static <T> T required(String member, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("The member " + member + " is missing");
        }
        return value;
    }
}
