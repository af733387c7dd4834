package org.zoneregistry.zone.write.establish;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.zone.write.ZoneCommandSlice;

/** Wires {@link EstablishZone}. */
final class EstablishZoneSlice {

    @Produces
    @Singleton
    CommandSlice<EstablishZone> slice() {
        return new ZoneCommandSlice<>("establish-zone", EstablishZone.class, EstablishZoneDecider::decide);
    }
}
