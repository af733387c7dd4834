package org.zoneregistry.trade.event;

/**
 * The identifier of a trade entry, set by the office that reports it and never used again.
 *
 * @param value 1 to {@value #MAX_LENGTH} printable characters (Unicode code points), without white space at the ends, in
 *     Unicode normalisation form C, so that what looks the same is the same
 */
public record EntryId(String value) implements Comparable<EntryId> {

    public static final int MAX_LENGTH = 64;

    /** @throws IllegalArgumentException with what is wrong */
    public EntryId {
        Printable.check(value, MAX_LENGTH);
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
