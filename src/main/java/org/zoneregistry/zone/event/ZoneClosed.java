package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone ceased to be. */
public record ZoneClosed(ZoneCode zone, String reason, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneFact {

    /** @throws IllegalArgumentException if the days are the wrong way round */
    public ZoneClosed {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
    }
}
