package org.zoneregistry.statistics.sdmx;

import java.util.EnumSet;
import java.util.Set;

/** Which referenced metadata are requested too; the parameter {@code references} of SDMX 2.1. */
enum References {
    /** Nothing. */
    NONE,
    /** The directly referenced ones. */
    CHILDREN,
    /** The directly and indirectly referenced ones. */
    DESCENDANTS,
    /** All related ones. */
    ALL;

    /** The additional kinds for the requested one. */
    Set<Artefact> beside(Artefact asked) {
        return switch (this) {
            case NONE -> EnumSet.noneOf(Artefact.class);
            case CHILDREN -> asked.children();
            case DESCENDANTS -> {
                Set<Artefact> found = EnumSet.noneOf(Artefact.class);
                for (Artefact child : asked.children()) {
                    found.add(child);
                    found.addAll(child.children());
                }
                yield found;
            }
            case ALL -> EnumSet.allOf(Artefact.class);
        };
    }
}
