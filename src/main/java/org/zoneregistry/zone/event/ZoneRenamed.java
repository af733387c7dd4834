package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone has a new name. */
public record ZoneRenamed(ZoneCode zone, ZoneName name, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneFact {
    static final FactType TYPE = FactType.of(
            "ZoneRenamed",
            1,
            ZoneRenamed.class,
            (zone, values, effectiveOn, effectiveNotBefore) ->
                    new ZoneRenamed(zone, FactType.required("name", values.name()), effectiveOn, effectiveNotBefore),
            "name");

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
        return FactValues.NONE.withName(name);
    }
}
