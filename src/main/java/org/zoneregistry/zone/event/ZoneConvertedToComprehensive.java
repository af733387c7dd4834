package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A zone of another type became a comprehensive bonded zone. It may have a new name, a new area, and absorbed zones.
 */
public record ZoneConvertedToComprehensive(
        ZoneCode zone,
        @Nullable ZoneName name,
        @Nullable BigDecimal areaKm2,
        List<ZoneCode> absorbs,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore)
        implements ZoneFact {
    static final FactType TYPE = FactType.of(
            "ZoneConvertedToComprehensive",
            1,
            ZoneConvertedToComprehensive.class,
            (zone, values, effectiveOn, effectiveNotBefore) -> new ZoneConvertedToComprehensive(
                    zone,
                    values.name(),
                    values.areaKm2(),
                    values.absorbs() == null ? List.of() : values.absorbs(),
                    effectiveOn,
                    effectiveNotBefore),
            "name",
            "areaKm2",
            "absorbs");

    /**
     * @throws IllegalArgumentException if the earliest day is after the latest, the area is not positive, or the
     *     absorbed zones contain the zone itself or a duplicate
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

    @Override
    public FactType factType() {
        return TYPE;
    }

    @Override
    public FactValues values() {
        return FactValues.NONE.withName(name).withAreaKm2(areaKm2).withAbsorbs(absorbs);
    }
}
