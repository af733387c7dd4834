package org.zoneregistry.zone.write.integrate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZonesIntegrated;
import org.zoneregistry.zone.write.ZoneCommand;

/** Records that a comprehensive zone absorbed others. */
public record IntegrateZones(
        ZoneCode zone,
        List<ZoneCode> absorbs,
        @Nullable BigDecimal areaKm2,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore)
        implements ZoneCommand {

    @Override
    public ZonesIntegrated fact() {
        return new ZonesIntegrated(zone, absorbs, areaKm2, effectiveOn, effectiveNotBefore);
    }
}
