package org.zoneregistry.imports.job;

import java.util.Map;

/**
 * How far a run has come; every count includes those before it.
 *
 * @param blank how many blank lines were passed over
 * @param notKept how many of the refused lines are counted alone
 * @param refusedByCode how many lines were refused, by the code of the problem type
 */
public record Tally(
        long bytesRead,
        long blank,
        long recorded,
        long alreadyThere,
        long refused,
        long notKept,
        Map<String, Long> refusedByCode,
        long position) {

    /** Nothing yet. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, Map.of(), 0);

    public Tally {
        refusedByCode = Map.copyOf(refusedByCode);
    }

    /** The same after so many bytes and blank lines. */
    public Tally after(long bytes, long blankLines) {
        return new Tally(bytes, blankLines, recorded, alreadyThere, refused, notKept, refusedByCode, position);
    }

    /** All lines that were decided. */
    public long linesRead() {
        return recorded + alreadyThere + refused;
    }
}
