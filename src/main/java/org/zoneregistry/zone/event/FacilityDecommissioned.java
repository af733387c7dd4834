package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone no longer holds a facility of a kind. */
public record FacilityDecommissioned(
        ZoneCode zone, FacilityKind kind, LocalDate effectiveOn, LocalDate effectiveNotBefore) implements ZoneFact {

    /** @throws IllegalArgumentException if the days are the wrong way round */
    public FacilityDecommissioned {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
    }
}
