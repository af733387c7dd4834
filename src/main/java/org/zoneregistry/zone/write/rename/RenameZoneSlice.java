package org.zoneregistry.zone.write.rename;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.platform.axon.CommandSlice;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link RenameZone}. */
final class RenameZoneSlice {

    @Produces
    @Singleton
    CommandSlice<RenameZone> slice() {
        return ZoneCommandSlice.recording("rename-zone", RenameZone.class);
    }
}
