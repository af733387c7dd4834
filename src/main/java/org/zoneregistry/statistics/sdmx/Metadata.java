package org.zoneregistry.statistics.sdmx;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The structural metadata in a message. */
record Metadata(boolean dataflow, List<Codelist> codelists, boolean concepts, boolean structure) {

    Metadata {
        codelists = List.copyOf(codelists);
    }

    /** Whether it has the zones of a prefix of the log. */
    boolean hasZones() {
        return codelists.stream().anyMatch(Codelist::hasZones);
    }

    /**
     * The requested metadata, with the referenced metadata; empty if there is none.
     *
     * @param all all codelists
     */
    static Optional<Metadata> of(Artefact kind, Reference asked, References references, List<Codelist> all) {
        List<Codelist> named = kind == Artefact.CODELIST
                ? all.stream().filter(list -> asked.names(list.id())).toList()
                : List.of();
        boolean isThere = kind == Artefact.CODELIST ? !named.isEmpty() : asked.names(id(kind));
        if (!isThere) {
            return Optional.empty();
        }
        Set<Artefact> beside = references.beside(kind);
        Predicate<Artefact> wanted = each -> each == kind || beside.contains(each);
        return Optional.of(new Metadata(
                wanted.test(Artefact.DATAFLOW),
                beside.contains(Artefact.CODELIST) ? all : named,
                wanted.test(Artefact.CONCEPTSCHEME),
                wanted.test(Artefact.DATASTRUCTURE)));
    }

    private static String id(Artefact kind) {
        return kind == Artefact.CONCEPTSCHEME ? TradeFlow.CONCEPTS : TradeFlow.ID;
    }
}
