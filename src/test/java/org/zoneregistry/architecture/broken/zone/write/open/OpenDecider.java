package org.zoneregistry.architecture.broken.zone.write.open;

import org.zoneregistry.architecture.broken.zone.write.shut.ShutSlice;

/** Decides with another slice's wiring. */
public final class OpenDecider {
    public int decide(ShutSlice wiring) {
        return wiring.hashCode();
    }
}
