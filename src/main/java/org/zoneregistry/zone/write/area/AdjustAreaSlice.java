package org.zoneregistry.zone.write.area;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.platform.axon.CommandSlice;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link AdjustArea}. */
final class AdjustAreaSlice {

    @Produces
    @Singleton
    CommandSlice<AdjustArea> slice() {
        return ZoneCommandSlice.recording("adjust-area", AdjustArea.class);
    }
}
