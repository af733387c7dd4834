package org.zoneregistry.statistics.sdmx;

import java.util.List;

/**
 * The codes of a dimension, each after the one that it is a part of.
 *
 * @param hasZones whether the zones that a prefix of the log knows of come after these codes
 */
record Codelist(String id, String name, List<Code> codes, boolean hasZones) {

    Codelist {
        codes = List.copyOf(codes);
    }
}
