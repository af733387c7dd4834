package org.zoneregistry.trade.event;

import java.text.Normalizer;

/**
 * The identifier of an enterprise, such as its unified social credit code; the registry gives it no meaning.
 *
 * @param value under the rules of {@link EntryId}
 */
public record EnterpriseId(String value) implements Comparable<EnterpriseId> {

    public static final int MAX_LENGTH = 64;

    /** @throws IllegalArgumentException with what is wrong */
    public EnterpriseId {
        Printable.check(value, MAX_LENGTH);
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw new IllegalArgumentException("must be in Unicode normalisation form C");
        }
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
