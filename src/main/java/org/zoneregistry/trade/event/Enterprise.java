package org.zoneregistry.trade.event;

import java.time.LocalDate;
import org.zoneregistry.zone.event.EffectiveDays;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * An enterprise in a zone.
 *
 * @param leading whether other enterprises settle around it
 * @param effectiveOn the latest day on which it can have come to the zone
 * @param effectiveNotBefore the earliest
 */
public record Enterprise(
        EnterpriseId id,
        String name,
        ZoneCode zone,
        Industry industry,
        boolean leading,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore) {

    /** @throws IllegalArgumentException if the earliest day is after the latest */
    public Enterprise {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
    }
}
