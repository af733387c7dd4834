package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** The rule for every fact: its earliest possible day is not after its latest. */
final class EffectiveDays {

    private EffectiveDays() {}

    static void check(LocalDate effectiveNotBefore, LocalDate effectiveOn) {
        if (effectiveNotBefore.isAfter(effectiveOn)) {
            throw new IllegalArgumentException(
                    "effectiveNotBefore " + effectiveNotBefore + " is after effectiveOn " + effectiveOn + ".");
        }
    }
}
