package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone holds a facility of a kind that it did not hold before. */
public record FacilityCommissioned(
        ZoneCode zone, FacilityKind kind, LocalDate effectiveOn, LocalDate effectiveNotBefore) implements ZoneFact {

    /** @throws IllegalArgumentException if the days are the wrong way round */
    public FacilityCommissioned {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
    }
}
