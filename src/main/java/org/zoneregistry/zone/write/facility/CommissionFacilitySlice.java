package org.zoneregistry.zone.write.facility;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.platform.axon.CommandSlice;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link CommissionFacility}. */
final class CommissionFacilitySlice {

    @Produces
    @Singleton
    CommandSlice<CommissionFacility> slice() {
        return ZoneCommandSlice.recording("commission-facility", CommissionFacility.class);
    }
}
