package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone holds a facility of a new kind. */
public record FacilityCommissioned(
        ZoneCode zone, FacilityKind kind, LocalDate effectiveOn, LocalDate effectiveNotBefore) implements ZoneFact {
    static final FactType TYPE = FactType.of(
            "FacilityCommissioned",
            1,
            "Facility commissioned",
            "设施启用",
            FacilityCommissioned.class,
            (zone, values, effectiveOn, effectiveNotBefore) ->
                    new FacilityCommissioned(zone, values.required(FactValue.KIND), effectiveOn, effectiveNotBefore),
            FactValue.KIND);

    /** @throws IllegalArgumentException if the earliest day is after the latest */
    public FacilityCommissioned {
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
