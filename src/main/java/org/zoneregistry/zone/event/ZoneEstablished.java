package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A zone was approved; it is being built until it is accepted. */
public record ZoneEstablished(
        ZoneCode zone,
        ZoneName name,
        ZoneType type,
        String province,
        @Nullable String customsDistrict,
        @Nullable BigDecimal areaKm2,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore)
        implements ZoneFact {

    /** @throws IllegalArgumentException if the days are the wrong way round or the area is not positive */
    public ZoneEstablished {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
        areaKm2 = Area.normalised(areaKm2);
    }
}
