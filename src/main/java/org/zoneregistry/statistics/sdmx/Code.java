package org.zoneregistry.statistics.sdmx;

import org.jspecify.annotations.Nullable;

/**
 * A code with what it stands for.
 *
 * @param en its name in English
 * @param zh its name in Chinese; {@code null} if there is none
 * @param parent the code of the same list that it is a part of; {@code null} if it is a part of none
 */
record Code(
        String id, String en, @Nullable String zh, @Nullable String parent) {

    /** All values of a dimension together, by the convention of SDMX. */
    static final String ALL = "_T";

    /** What the registry does not say, by the convention of SDMX. */
    static final String UNSAID = "_X";

    /** A code without more than an English name. */
    static Code of(String id, String en) {
        return new Code(id, en, null, null);
    }

    /** One of the values that {@link #ALL} is of. */
    static Code part(String id, String en) {
        return new Code(id, en, null, ALL);
    }
}
