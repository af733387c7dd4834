package org.zoneregistry.statistics.sdmx;

import java.util.EnumSet;
import java.util.Set;

/** What else is wanted of what was asked for; the parameter {@code references} of SDMX 2.1. */
enum References {
    /** Nothing. */
    NONE,
    /** What it consists of. */
    CHILDREN,
    /** That, and what this consists of. */
    DESCENDANTS,
    /** Everything that has to do with it. */
    ALL;

    /** The kinds that are wanted beside the one that was asked for. */
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
