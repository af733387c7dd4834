package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone has a new name. */
public record ZoneRenamed(ZoneCode zone, ZoneName name, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneFact {
    static final FactType TYPE = FactType.of(
            "ZoneRenamed",
            1,
            "Renamed",
            "更名",
            ZoneRenamed.class,
            (zone, values, effectiveOn, effectiveNotBefore) ->
                    new ZoneRenamed(zone, values.required(FactValue.NAME), effectiveOn, effectiveNotBefore),
            FactValue.NAME);

    /** @throws IllegalArgumentException if the earliest day is after the latest */
    public ZoneRenamed {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
    }

    @Override
    public FactType factType() {
        return TYPE;
    }

    @Override
    public FactValues values() {
        return FactValues.NONE.with(FactValue.NAME, name);
    }
}
