package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone ceased to exist. */
public record ZoneClosed(ZoneCode zone, String reason, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneFact {
    static final FactType TYPE = FactType.of(
            "ZoneClosed",
            1,
            "Closed",
            "撤销",
            ZoneClosed.class,
            (zone, values, effectiveOn, effectiveNotBefore) ->
                    new ZoneClosed(zone, values.required(FactValue.REASON), effectiveOn, effectiveNotBefore),
            FactValue.REASON);

    /** @throws IllegalArgumentException if the earliest day is after the latest */
    public ZoneClosed {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
    }

    @Override
    public FactType factType() {
        return TYPE;
    }

    @Override
    public FactValues values() {
        return FactValues.NONE.with(FactValue.REASON, reason);
    }
}
