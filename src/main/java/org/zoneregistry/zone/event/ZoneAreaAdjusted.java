package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A zone has a new planned area, in square kilometres. */
public record ZoneAreaAdjusted(ZoneCode zone, BigDecimal areaKm2, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneFact {
    static final FactType TYPE = FactType.of(
            "ZoneAreaAdjusted",
            1,
            "Area adjusted",
            "调整面积",
            ZoneAreaAdjusted.class,
            (zone, values, effectiveOn, effectiveNotBefore) ->
                    new ZoneAreaAdjusted(zone, values.required(FactValue.AREA_KM2), effectiveOn, effectiveNotBefore),
            FactValue.AREA_KM2);

    /** @throws IllegalArgumentException if the earliest day is after the latest, or the area is not positive */
    public ZoneAreaAdjusted {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
        areaKm2 = Area.positive(areaKm2);
    }

    @Override
    public FactType factType() {
        return TYPE;
    }

    @Override
    public FactValues values() {
        return FactValues.NONE.with(FactValue.AREA_KM2, areaKm2);
    }
}
