package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
            "Converted to a comprehensive zone",
            "转型为综合保税区",
            ZoneConvertedToComprehensive.class,
            (zone, values, effectiveOn, effectiveNotBefore) -> new ZoneConvertedToComprehensive(
                    zone,
                    values.get(FactValue.NAME),
                    values.get(FactValue.AREA_KM2),
                    Objects.requireNonNullElse(values.get(FactValue.ABSORBS), List.of()),
                    effectiveOn,
                    effectiveNotBefore),
            FactValue.NAME,
            FactValue.AREA_KM2,
            FactValue.ABSORBS);

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
        return FactValues.NONE
                .with(FactValue.NAME, name)
                .with(FactValue.AREA_KM2, areaKm2)
                .with(FactValue.ABSORBS, absorbs);
    }
}
