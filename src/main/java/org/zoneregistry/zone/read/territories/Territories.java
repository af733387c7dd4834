package org.zoneregistry.zone.read.territories;

import java.util.List;

/**
 * The provinces.
 *
 * @param territories in the order of GB/T 2260
 */
public record Territories(List<Territory> territories) {

    public Territories {
        territories = List.copyOf(territories);
    }
}
