package org.zoneregistry.statistics.sdmx;

import java.util.List;

/**
 * The codes of a dimension, each after its parent.
 *
 * @param hasZones whether these codes are followed by the zones that a prefix of the log knows
 */
record Codelist(String id, String name, List<Code> codes, boolean hasZones) {

    Codelist {
        codes = List.copyOf(codes);
    }
}
