package org.zoneregistry.zone.write.accept;

import java.time.LocalDate;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommand;

/** Records that a zone passed its inspection and operates. */
public record AcceptZone(ZoneCode zone, LocalDate effectiveOn, LocalDate effectiveNotBefore) implements ZoneCommand {

    @Override
    public ZoneAccepted fact() {
        return new ZoneAccepted(zone, effectiveOn, effectiveNotBefore);
    }
}
