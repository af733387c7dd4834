package org.zoneregistry.trade.event;

import org.zoneregistry.identifier.Identifiers;

/**
 * The identifier of a trade entry. The reporting office chooses it, and never uses it again.
 *
 * @param value 1 to {@value #MAX_LENGTH} characters (Unicode code points) that follow the rule of {@link Identifiers}:
 *     identifiers that look the same are the same
 */
public record EntryId(String value) implements Comparable<EntryId> {

    public static final int MAX_LENGTH = 64;

    /** @throws IllegalArgumentException with the reason */
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
