package org.zoneregistry.zone.event;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A kind of facts: everything except its effect on a zone, which is in {@code Fold}.
 *
 * <p>The name is fixed for ever and does not depend on the name of the class. If a value changes its meaning, the type
 * gets a new version, with an upcaster from the one before.
 *
 * @param wireName the name in the log
 * @param version the version that is written now; 1 is the first
 * @param payload its class in memory
 * @param members the names of its values, without its days
 * @param maker makes a fact from its values
 */
public record FactType(
        String wireName, int version, Class<? extends ZoneFact> payload, Set<String> members, Maker maker) {

    public FactType {
        members = Set.copyOf(members);
    }

    /** Makes a fact from its own values, and ignores all others. */
    @FunctionalInterface
    public interface Maker {

        /**
         * Makes the fact.
         *
         * @throws IllegalArgumentException if a value is missing, or the values contradict each other
         */
        ZoneFact make(ZoneCode zone, FactValues values, LocalDate effectiveOn, LocalDate effectiveNotBefore);
    }

    static FactType of(
            String wireName, int version, Class<? extends ZoneFact> payload, Maker maker, String... members) {
        return new FactType(wireName, version, payload, new TreeSet<>(Set.of(members)), maker);
    }

    /** Checks that a value is present. */
    static <T> T required(String member, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("The member " + member + " is missing");
        }
        return value;
    }
}
