package org.zoneregistry.trade.event;

import org.zoneregistry.identifier.Identifiers;

/**
 * The identifier of a trade entry, set by the office that reports it and never used again.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters (Unicode code points) under the rule of {@link Identifiers}, by
 *     which what looks the same is the same
 */
public record EntryId(String value) implements Comparable<EntryId> {

    public static final int MAX_LENGTH = 64;

    /** @throws IllegalArgumentException with what is wrong */
    public EntryId {
        Identifiers.check(value, MAX_LENGTH);
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
