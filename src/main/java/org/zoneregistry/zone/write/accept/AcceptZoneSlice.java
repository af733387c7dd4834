package org.zoneregistry.zone.write.accept;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.platform.axon.CommandSlice;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link AcceptZone}. */
final class AcceptZoneSlice {

    @Produces
    @Singleton
    CommandSlice<AcceptZone> slice() {
        return ZoneCommandSlice.recording("accept-zone", AcceptZone.class);
    }
}
