package org.zoneregistry.zone.write.convert;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.platform.axon.CommandSlice;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link ConvertToComprehensive}. */
final class ConvertToComprehensiveSlice {

    @Produces
    @Singleton
    CommandSlice<ConvertToComprehensive> slice() {
        return ZoneCommandSlice.recording("convert-to-comprehensive", ConvertToComprehensive.class);
    }
}
