package org.zoneregistry.statistics.sdmx;

import java.util.regex.Pattern;

/**
 * A reference in a request: agency, id and version, each of which may be open.
 *
 * @param agency {@value #ALL} for any
 * @param id {@value #ALL} for any
 * @param version {@value #LATEST} for the only one, {@value #ALL} for any
 */
record Reference(String agency, String id, String version) {

    /** Any. */
    static final String ALL = "all";

    /** The newest version. */
    static final String LATEST = "latest";

    private static final Pattern COMMA = Pattern.compile(",");

    /**
     * Reads a reference to a dataflow in the address of data: {@code TRADE}, {@code ZR,TRADE} or {@code ZR,TRADE,1.0}.
     */
    static Reference parse(String text) {
        String[] parts = COMMA.split(text, -1);
        return switch (parts.length) {
            case 2 -> new Reference(parts[0], parts[1], LATEST);
            case 3 -> new Reference(parts[0], parts[1], parts[2]);
            default -> new Reference(ALL, text, LATEST);
        };
    }

    /** Whether it matches that artefact of {@link TradeFlow#AGENCY}. */
    boolean names(String other) {
        return fits(agency, TradeFlow.AGENCY)
                && fits(id, other)
                && (version.equals(LATEST) || fits(version, TradeFlow.VERSION));
    }

    private static boolean fits(String wanted, String given) {
        return wanted.equals(ALL) || wanted.equals(given);
    }
}
