package org.zoneregistry.statistics.sdmx;

import java.util.List;

/** The codes of a dimension, each after the one that it is a part of. */
record Codelist(String id, String name, List<Code> codes) {

    Codelist {
        codes = List.copyOf(codes);
    }
}
