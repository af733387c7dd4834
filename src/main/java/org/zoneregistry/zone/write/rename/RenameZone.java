package org.zoneregistry.zone.write.rename;

import java.time.LocalDate;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneRenamed;
import org.zoneregistry.zone.write.ZoneCommand;

/** Records that a zone has a new name. */
public record RenameZone(ZoneCode zone, ZoneName name, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneCommand {

    @Override
    public ZoneRenamed fact() {
        return new ZoneRenamed(zone, name, effectiveOn, effectiveNotBefore);
    }
}
