package org.zoneregistry.zone.write.close;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.platform.axon.CommandSlice;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link CloseZone}. */
final class CloseZoneSlice {

    @Produces
    @Singleton
    CommandSlice<CloseZone> slice() {
        return ZoneCommandSlice.recording("close-zone", CloseZone.class);
    }
}
