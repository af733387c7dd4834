package org.zoneregistry.http.body;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.BrokenMember;

/**
 * A body with the day of a fact. The two members are compared when the body is read. A conflict is reported with the
 * other violations.
 */
public interface DatedBody {

    /** The latest day, possibly with reduced precision. */
    EffectiveDay effectiveOn();

    /** The earliest day, if the body has one. */
    @Nullable
    EffectiveDay effectiveNotBefore();

    /**
     * The day from both members.
     *
     * @throws BrokenMember if the earliest day is after the latest; the reader has excluded this for its bodies
     */
    default EffectiveDay day() {
        return effectiveOn().withNotBefore(effectiveNotBefore());
    }
}
