package org.zoneregistry.zone.write.close;

import java.time.LocalDate;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommand;

/** Records that a zone ceased to exist. */
public record CloseZone(ZoneCode zone, String reason, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneCommand {

    @Override
    public ZoneClosed fact() {
        return new ZoneClosed(zone, reason, effectiveOn, effectiveNotBefore);
    }
}
