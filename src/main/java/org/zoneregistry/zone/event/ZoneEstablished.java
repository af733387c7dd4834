package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A zone was approved. It is under construction until it is accepted. */
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
    static final FactType TYPE = FactType.of(
            "ZoneEstablished",
            1,
            "Established",
            "设立",
            ZoneEstablished.class,
            (zone, values, effectiveOn, effectiveNotBefore) -> new ZoneEstablished(
                    zone,
                    values.required(FactValue.NAME),
                    values.required(FactValue.TYPE),
                    values.required(FactValue.PROVINCE),
                    values.get(FactValue.CUSTOMS_DISTRICT),
                    values.get(FactValue.AREA_KM2),
                    effectiveOn,
                    effectiveNotBefore),
            FactValue.NAME,
            FactValue.TYPE,
            FactValue.PROVINCE,
            FactValue.CUSTOMS_DISTRICT,
            FactValue.AREA_KM2);

    /** @throws IllegalArgumentException if the earliest day is after the latest, or the area is not positive */
    public ZoneEstablished {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
        areaKm2 = Area.normalised(areaKm2);
    }

    @Override
    public FactType factType() {
        return TYPE;
    }

    @Override
    public FactValues values() {
        return FactValues.NONE
                .with(FactValue.NAME, name)
                .with(FactValue.TYPE, type)
                .with(FactValue.PROVINCE, province)
                .with(FactValue.CUSTOMS_DISTRICT, customsDistrict)
                .with(FactValue.AREA_KM2, areaKm2);
    }
}
