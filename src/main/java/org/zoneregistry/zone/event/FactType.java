package org.zoneregistry.zone.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A kind of facts: everything except its effect on a zone, which is in {@code Fold}.
 *
 * <p>The name is fixed for ever and does not depend on the name of the class. If a value changes its meaning, the type
 * gets a new version, with an upcaster from the one before.
 *
 * @param wireName the name in the log
 * @param version the version that is written now; 1 is the first
 * @param en its name for people in English
 * @param zh the same in Chinese
 * @param payload its class in memory
 * @param values its kinds of values, without its days, in the order in which they are written
 * @param maker makes a fact from its values
 */
public record FactType(
        String wireName,
        int version,
        String en,
        String zh,
        Class<? extends ZoneFact> payload,
        List<FactValue<?>> values,
        Maker maker) {

    public FactType {
        values = List.copyOf(values);
    }

    /** Makes a fact from its own values, and ignores all others. */
    @FunctionalInterface
    public interface Maker {

        /**
         * Makes the fact.
         *
         * @throws org.zoneregistry.decision.BrokenMember if a value is missing, or contradicts another
         */
        ZoneFact make(ZoneCode zone, FactValues values, LocalDate effectiveOn, LocalDate effectiveNotBefore);
    }

    static FactType of(
            String wireName,
            int version,
            String en,
            String zh,
            Class<? extends ZoneFact> payload,
            Maker maker,
            FactValue<?>... values) {
        return new FactType(wireName, version, en, zh, payload, List.of(values), maker);
    }

    /** The names of its values, sorted. */
    public Set<String> members() {
        var members = new TreeSet<String>();
        values.forEach(value -> members.add(value.name()));
        return members;
    }
}
