package org.zoneregistry.zone.write.area;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.zoneregistry.zone.event.ZoneAreaAdjusted;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommand;

/** Records that a zone has a new planned area, in square kilometres. */
public record AdjustArea(ZoneCode zone, BigDecimal areaKm2, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneCommand {

    @Override
    public ZoneAreaAdjusted fact() {
        return new ZoneAreaAdjusted(zone, areaKm2, effectiveOn, effectiveNotBefore);
    }
}
