package org.zoneregistry.zone.write.facility;

import java.time.LocalDate;
import org.zoneregistry.zone.event.FacilityDecommissioned;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.write.ZoneCommand;

/** Records that a zone no longer holds a facility of a kind. */
public record DecommissionFacility(
        ZoneCode zone, FacilityKind kind, LocalDate effectiveOn, LocalDate effectiveNotBefore) implements ZoneCommand {

    @Override
    public FacilityDecommissioned fact() {
        return new FacilityDecommissioned(zone, kind, effectiveOn, effectiveNotBefore);
    }
}
