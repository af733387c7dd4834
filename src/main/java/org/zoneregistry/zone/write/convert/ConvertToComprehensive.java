package org.zoneregistry.zone.write.convert;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.write.ZoneCommand;

/** Records that a zone became a comprehensive one, possibly with absorbed zones. */
public record ConvertToComprehensive(
        ZoneCode zone,
        @Nullable ZoneName name,
        @Nullable BigDecimal areaKm2,
        List<ZoneCode> absorbs,
        LocalDate effectiveOn,
        LocalDate effectiveNotBefore)
        implements ZoneCommand {

    @Override
    public ZoneConvertedToComprehensive fact() {
        return new ZoneConvertedToComprehensive(zone, name, areaKm2, absorbs, effectiveOn, effectiveNotBefore);
    }
}
