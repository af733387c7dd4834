package org.zoneregistry.zone.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.BrokenMember;

/** Areas in square kilometres, exact: {@code 5.940} and {@code 5.94} are the same area. */
final class Area {

    private Area() {}

    static @Nullable BigDecimal normalised(@Nullable BigDecimal areaKm2) {
        return areaKm2 == null ? null : positive(areaKm2);
    }

    static BigDecimal positive(BigDecimal areaKm2) {
        if (areaKm2.signum() <= 0) {
            throw new BrokenMember(FactValue.AREA_KM2.name(), "must be more than 0");
        }
        BigDecimal stripped = areaKm2.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
