package org.zoneregistry.statistics.sdmx;

/** The namespaces of SDMX-ML 2.1. The elements of references have none. */
enum Namespace {
    MESSAGE("message", "message"),
    COMMON("common", "common"),
    STRUCTURE("structure", "structure"),
    GENERIC("generic", "data/generic");

    private final String prefix;
    private final String uri;

    Namespace(String prefix, String path) {
        this.prefix = prefix;
        this.uri = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/" + path;
    }

    String prefix() {
        return prefix;
    }

    String uri() {
        return uri;
    }
}
