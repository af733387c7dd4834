package org.zoneregistry.trade.event;

import org.zoneregistry.identifier.Identifiers;

/**
 * The identifier of an enterprise, such as its unified social credit code. The registry gives it no meaning.
 *
 * @param value follows the rules of {@link EntryId}
 */
public record EnterpriseId(String value) implements Comparable<EnterpriseId> {

    public static final int MAX_LENGTH = 64;

    /** @throws IllegalArgumentException with the reason */
    public EnterpriseId {
        Identifiers.check(value, MAX_LENGTH);
    }

    @Override
    public int compareTo(EnterpriseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
