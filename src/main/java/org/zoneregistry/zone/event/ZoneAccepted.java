package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone passed the inspection of its closed area, and operates from then on. */
public record ZoneAccepted(ZoneCode zone, LocalDate effectiveOn, LocalDate effectiveNotBefore) implements ZoneFact {

    /** @throws IllegalArgumentException if the days are the wrong way round */
    public ZoneAccepted {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
    }
}
