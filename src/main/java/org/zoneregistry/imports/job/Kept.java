package org.zoneregistry.imports.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The refused lines of one import. The first ones are kept, within limits; the others are only counted. Not
 * thread-safe.
 */
public final class Kept {

    /** How many refused lines of an import are kept. */
    public static final int MOST_LINES = 10_000;

    /** How many characters of refused lines are kept. */
    static final int MOST_CHARACTERS = 4 << 20;

    private final Map<String, Long> byCode = new TreeMap<>();
    private long lines;
    private long characters;
    private long notKept;

    /** Counts lines, and returns those that are to be kept. */
    public List<Refusal> add(List<Refusal> refusals) {
        var kept = new ArrayList<Refusal>();
        for (Refusal refusal : refusals) {
            byCode.merge(refusal.code(), 1L, Long::sum);
            long length = refusal.length();
            if (notKept == 0 && lines < MOST_LINES && characters + length <= MOST_CHARACTERS) {
                lines++;
                characters += length;
                kept.add(refusal);
            } else {
                notKept++;
            }
        }
        return kept;
    }

    /** How many lines were counted but not kept. */
    public long notKept() {
        return notKept;
    }

    /** How many lines were refused, by the code of the problem type. */
    public Map<String, Long> byCode() {
        return Map.copyOf(byCode);
    }
}
