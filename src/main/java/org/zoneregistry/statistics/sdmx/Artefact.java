package org.zoneregistry.statistics.sdmx;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of structural metadata, by the names that addresses have for them. */
enum Artefact {
    DATAFLOW,
    CODELIST,
    CONCEPTSCHEME,
    DATASTRUCTURE;

    /** What it consists of. */
    Set<Artefact> children() {
        return switch (this) {
            case DATAFLOW -> EnumSet.of(DATASTRUCTURE);
            case DATASTRUCTURE -> EnumSet.of(CODELIST, CONCEPTSCHEME);
            case CODELIST, CONCEPTSCHEME -> EnumSet.noneOf(Artefact.class);
        };
    }
}
