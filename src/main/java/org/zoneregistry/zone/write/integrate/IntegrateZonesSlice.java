package org.zoneregistry.zone.write.integrate;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.platform.axon.CommandSlice;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link IntegrateZones}. */
final class IntegrateZonesSlice {

    @Produces
    @Singleton
    CommandSlice<IntegrateZones> slice() {
        return ZoneCommandSlice.recording("integrate-zones", IntegrateZones.class);
    }
}
