package org.zoneregistry.zone.write.facility;

import java.time.LocalDate;
import org.zoneregistry.zone.event.FacilityCommissioned;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommand;

/** Records that a zone holds a facility of a kind. */
public record CommissionFacility(ZoneCode zone, FacilityKind kind, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneCommand {

    @Override
    public FacilityCommissioned fact() {
        return new FacilityCommissioned(zone, kind, effectiveOn, effectiveNotBefore);
    }
}
