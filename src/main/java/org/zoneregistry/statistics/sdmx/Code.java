package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.Nullable;

/**
 * A code and its meaning.
 *
 * @param en its name in English
 * @param zh its name in Chinese; {@code null} if there is none
 * @param parent the code of the same list that contains it; {@code null} if there is none
 */
record Code(
        String id, String en, @Nullable String zh, @Nullable String parent) {

    /** The total of a dimension, by the convention of SDMX. */
    static final String ALL = "_T";

    /** An unknown value, by the convention of SDMX. */
    static final String UNKNOWN = "_X";

    /** A code with only an English name. */
    static Code of(String id, String en) {
        return new Code(id, en, null, null);
    }

    /** One of the values in {@link #ALL}. */
    static Code part(String id, String en) {
        return new Code(id, en, null, ALL);
    }
}
