package org.zoneregistry.zone.write.establish;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.write.ZoneCommand;

/** Records that a zone was approved. */
public record EstablishZone(
        ZoneCode code,
        ZoneName name,
        ZoneType type,
        String province,
        @Nullable String customsDistrict,
        @Nullable BigDecimal areaKm2,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore)
        implements ZoneCommand {

    @Override
    public ZoneEstablished fact() {
        return new ZoneEstablished(
                code, name, type, province, customsDistrict, areaKm2, effectiveOn, effectiveNotBefore);
    }
}
