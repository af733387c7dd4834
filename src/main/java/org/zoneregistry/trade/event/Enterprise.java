package org.zoneregistry.trade.event;

import java.time.LocalDate;
import org.zoneregistry.zone.event.ZoneCode;

/**
 * An enterprise in a zone.
 *
 * @param leading whether others gather around it
 * @param effectiveOn the latest day from which it can have been there
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

    /** @throws IllegalArgumentException if the days are the wrong way round */
    public Enterprise {
        if (effectiveNotBefore.isAfter(effectiveOn)) {
            throw new IllegalArgumentException(
                    "effectiveNotBefore " + effectiveNotBefore + " is after effectiveOn " + effectiveOn + ".");
        }
    }
}
