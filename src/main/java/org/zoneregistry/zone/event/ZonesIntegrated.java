package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A comprehensive zone absorbed one or more other zones. */
public record ZonesIntegrated(
        ZoneCode zone,
        List<ZoneCode> absorbs,
        @Nullable BigDecimal areaKm2,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore)
        implements ZoneFact {
    static final FactType TYPE = FactType.of(
            "ZonesIntegrated",
            1,
            ZonesIntegrated.class,
            (zone, values, effectiveOn, effectiveNotBefore) -> new ZonesIntegrated(
                    zone,
                    values.absorbs() == null ? List.of() : values.absorbs(),
                    values.areaKm2(),
                    effectiveOn,
                    effectiveNotBefore),
            "absorbs",
            "areaKm2");

    /**
     * @throws IllegalArgumentException if the earliest day is after the latest, the area is not positive, or the
     *     absorbed zones contain the zone itself or a duplicate
     */
    public ZonesIntegrated {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
        areaKm2 = Area.normalised(areaKm2);
        absorbs = Absorption.checked(zone, absorbs);
        if (absorbs.isEmpty()) {
            throw new IllegalArgumentException("must name at least one zone");
        }
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
        return FactValues.NONE.withAreaKm2(areaKm2).withAbsorbs(absorbs);
    }
}
