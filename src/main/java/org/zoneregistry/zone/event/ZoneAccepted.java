package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone passed the inspection of its closed area, and operates from then on. */
public record ZoneAccepted(ZoneCode zone, LocalDate effectiveOn, LocalDate effectiveNotBefore) implements ZoneFact {
    static final FactType TYPE = FactType.of(
            "ZoneAccepted",
            1,
            "Accepted",
            "验收",
            ZoneAccepted.class,
            (zone, values, effectiveOn, effectiveNotBefore) -> new ZoneAccepted(zone, effectiveOn, effectiveNotBefore));

    /** @throws IllegalArgumentException if the earliest day is after the latest */
    public ZoneAccepted {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
    }

    @Override
    public FactType factType() {
        return TYPE;
    }

    @Override
    public FactValues values() {
        return FactValues.NONE;
    }
}
