package org.zoneregistry.statistics.sdmx;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The structural metadata that a message has. */
record Metadata(boolean dataflow, List<Codelist> codelists, boolean concepts, boolean structure) {

    Metadata {
        codelists = List.copyOf(codelists);
    }

    /**
     * What a request asks for, with what it refers to.
     *
     * @param all the codelists there are
     */
    static Metadata of(Artefact kind, Reference asked, References references, List<Codelist> all) {
        List<Codelist> named = kind == Artefact.CODELIST
                ? all.stream().filter(list -> asked.names(list.id())).toList()
                : List.of();
        boolean isThere = kind == Artefact.CODELIST ? !named.isEmpty() : asked.names(id(kind));
        Set<Artefact> kinds = EnumSet.noneOf(Artefact.class);
        if (isThere) {
            kinds.addAll(references.beside(kind));
            kinds.add(kind);
        }
        boolean every = isThere && references.beside(kind).contains(Artefact.CODELIST);
        return new Metadata(
                kinds.contains(Artefact.DATAFLOW),
                every ? all : named,
                kinds.contains(Artefact.CONCEPTSCHEME),
                kinds.contains(Artefact.DATASTRUCTURE));
    }

    boolean isEmpty() {
        return !dataflow && codelists.isEmpty() && !concepts && !structure;
    }

    private static String id(Artefact kind) {
        return kind == Artefact.CONCEPTSCHEME ? TradeFlow.CONCEPTS : TradeFlow.ID;
    }
}
