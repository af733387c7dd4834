package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone is called otherwise. */
public record ZoneRenamed(ZoneCode zone, ZoneName name, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneFact {
    static final FactType TYPE = FactType.of(
            "ZoneRenamed",
            1,
            ZoneRenamed.class,
            (zone, values, effectiveOn, effectiveNotBefore) ->
                    new ZoneRenamed(zone, FactType.required("name", values.name()), effectiveOn, effectiveNotBefore),
            "name");

    /** @throws IllegalArgumentException if the days are the wrong way round */
    public ZoneRenamed {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
    }

    @Override
    public FactType factType() {
        return TYPE;
    }

    @Override
    public FactValues values() {
        return new FactValues(name, null, null, null, null, null, null, null);
    }
}
