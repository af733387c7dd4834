package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone no longer holds a facility of a kind. */
public record FacilityDecommissioned(
        ZoneCode zone, FacilityKind kind, LocalDate effectiveOn, LocalDate effectiveNotBefore) implements ZoneFact {
    static final FactType TYPE = FactType.of(
            "FacilityDecommissioned",
            1,
            "Facility decommissioned",
            "设施停用",
            FacilityDecommissioned.class,
            (zone, values, effectiveOn, effectiveNotBefore) ->
                    new FacilityDecommissioned(zone, values.required(FactValue.KIND), effectiveOn, effectiveNotBefore),
            FactValue.KIND);

    /** @throws IllegalArgumentException if the earliest day is after the latest */
    public FacilityDecommissioned {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
    }

    @Override
    public FactType factType() {
        return TYPE;
    }

    @Override
    public FactValues values() {
        return FactValues.NONE.with(FactValue.KIND, kind);
    }
}
