package org.zoneregistry.statistics.sdmx;

/** The names of the one dataflow, its structure and its parts. All have one agency and one version. */
final class TradeFlow {

    /** The agency of everything here: the zone registry. */
    static final String AGENCY = "ZR";

    /** The id of the dataflow and of its structure. */
    static final String ID = "TRADE";

    /** The version of all of them. */
    static final String VERSION = "1.0";

    /** The id of the concept scheme. */
    static final String CONCEPTS = "CS_TRADE";

    private TradeFlow() {}
}
