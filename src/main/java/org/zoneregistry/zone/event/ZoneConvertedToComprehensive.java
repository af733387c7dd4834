package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A zone of another type became a comprehensive bonded zone, perhaps under a new name, with a new area, absorbing
 * others.
 */
public record ZoneConvertedToComprehensive(
        ZoneCode zone,
        @Nullable ZoneName name,
        @Nullable BigDecimal areaKm2,
        List<ZoneCode> absorbs,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore)
        implements ZoneFact {

    /**
     * @throws IllegalArgumentException if the days are the wrong way round, the area is not positive, or the absorbed
     *     zones are no set of others
     */
    public ZoneConvertedToComprehensive {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
        areaKm2 = Area.normalised(areaKm2);
        absorbs = Absorption.checked(zone, absorbs);
    }

    @Override
    public Set<ZoneCode> zones() {
        return Absorption.zones(zone, absorbs);
    }
}
