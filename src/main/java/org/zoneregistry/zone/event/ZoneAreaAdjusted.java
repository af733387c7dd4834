package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A zone has another planned area, in square kilometres. */
public record ZoneAreaAdjusted(ZoneCode zone, BigDecimal areaKm2, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneFact {

    /** @throws IllegalArgumentException if the days are the wrong way round or the area is not positive */
    public ZoneAreaAdjusted {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
        areaKm2 = Area.positive(areaKm2);
    }
}
