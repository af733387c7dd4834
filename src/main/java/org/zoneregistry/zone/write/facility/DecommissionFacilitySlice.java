package org.zoneregistry.zone.write.facility;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.platform.axon.CommandSlice;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link DecommissionFacility}. */
final class DecommissionFacilitySlice {

    @Produces
    @Singleton
    CommandSlice<DecommissionFacility> slice() {
        return ZoneCommandSlice.recording("decommission-facility", DecommissionFacility.class);
    }
}
