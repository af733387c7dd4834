package org.zoneregistry.statistics.sdmx;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.zoneregistry.http.body.WireName;

/** The kinds of structural metadata, with their names in addresses. */
enum Artefact {
    DATAFLOW,
    CODELIST,
    CONCEPTSCHEME,
    DATASTRUCTURE;

    /** The kind with that name. */
    static Optional<Artefact> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> WireName.of(kind).equals(name))
                .findAny();
    }

    /** The kinds that it refers to. */
    Set<Artefact> children() {
        return switch (this) {
            case DATAFLOW -> EnumSet.of(DATASTRUCTURE);
            case DATASTRUCTURE -> EnumSet.of(CODELIST, CONCEPTSCHEME);
            case CODELIST, CONCEPTSCHEME -> EnumSet.noneOf(Artefact.class);
        };
    }
}
