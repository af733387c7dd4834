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
            ZoneEstablished.class,
            (zone, values, effectiveOn, effectiveNotBefore) -> new ZoneEstablished(
                    zone,
                    FactType.required("name", values.name()),
                    FactType.required("type", values.type()),
                    FactType.required("province", values.province()),
                    values.customsDistrict(),
                    values.areaKm2(),
                    effectiveOn,
                    effectiveNotBefore),
            "name",
            "type",
            "province",
            "customsDistrict",
            "areaKm2");

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
                .withName(name)
                .withType(type)
                .withProvince(province)
                .withCustomsDistrict(customsDistrict)
                .withAreaKm2(areaKm2);
    }
}
