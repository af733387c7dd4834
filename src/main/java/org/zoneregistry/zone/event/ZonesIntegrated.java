package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.BrokenMember;

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
            "Absorbed other zones",
            "整合其他区域",
            ZonesIntegrated.class,
            (zone, values, effectiveOn, effectiveNotBefore) -> new ZonesIntegrated(
                    zone,
                    Objects.requireNonNullElse(values.get(FactValue.ABSORBS), List.of()),
                    values.get(FactValue.AREA_KM2),
                    effectiveOn,
                    effectiveNotBefore),
            FactValue.AREA_KM2,
            FactValue.ABSORBS);

    /**
     * @throws IllegalArgumentException if the earliest day is after the latest, the area is not positive, or the
     *     absorbed zones contain the zone itself or a duplicate
     */
    public ZonesIntegrated {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
        areaKm2 = Area.normalised(areaKm2);
        absorbs = Absorption.checked(zone, absorbs);
        if (absorbs.isEmpty()) {
            throw new BrokenMember(FactValue.ABSORBS.name(), "must name at least one zone");
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
        return FactValues.NONE.with(FactValue.AREA_KM2, areaKm2).with(FactValue.ABSORBS, absorbs);
    }
}
