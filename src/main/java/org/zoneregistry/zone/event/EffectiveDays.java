package org.zoneregistry.zone.event;

import java.time.LocalDate;
import org.zoneregistry.decision.BrokenMember;

/** The rule for every fact: its earliest possible day is not after its latest. */
public final class EffectiveDays {

    /** The name of the latest day in requests and stored events. */
    public static final String ON = "effectiveOn";

    /** The name of the earliest day. */
    public static final String NOT_BEFORE = "effectiveNotBefore";

    private EffectiveDays() {}

    /**
     * Checks the order of both days.
     *
     * @throws BrokenMember about the earliest day, if it is after the latest
     */
    public static void check(LocalDate effectiveNotBefore, LocalDate effectiveOn) {
        if (effectiveNotBefore.isAfter(effectiveOn)) {
            throw new BrokenMember(NOT_BEFORE, "must not be after effectiveOn, " + effectiveOn);
        }
    }
}
