package org.zoneregistry.http.body;

import org.jspecify.annotations.Nullable;

/**
 * A body with the day of a fact. Its two members are compared when the body is read, as one violation among the others.
 */
public interface DatedBody {

    /** The latest day, perhaps of reduced precision. */
    EffectiveDay effectiveOn();

    /** The earliest day, where the body gives one of its own. */
    @Nullable
    EffectiveDay effectiveNotBefore();

    /**
     * The day from both members.
     *
     * @throws BrokenMember if the earliest day is after the latest, which no body that was read has
     */
    default EffectiveDay day() {
        return effectiveOn().withNotBefore(effectiveNotBefore());
    }
}
