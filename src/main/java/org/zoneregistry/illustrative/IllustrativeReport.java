package org.zoneregistry.illustrative;

import java.util.Map;
import java.util.TreeMap;
import org.zoneregistry.decision.Rejection;

/** Counts what came of telling the registry the illustrative data. For one load. */
final class IllustrativeReport {

    private int recorded;
    private int alreadyThere;
    private final Map<String, Integer> refused = new TreeMap<>();

    void recorded() {
        recorded++;
    }

    void alreadyThere() {
        alreadyThere++;
    }

    /** Only if the ledger was filled by another release, or somebody withdrew entries since. */
    void refused(Rejection why) {
        refused.merge(why.code(), 1, Integer::sum);
    }

    /** The two in one. */
    IllustrativeReport plus(IllustrativeReport other) {
        recorded += other.recorded;
        alreadyThere += other.alreadyThere;
        other.refused.forEach((code, count) -> refused.merge(code, count, Integer::sum));
        return this;
    }

    /** It in one line. */
    String summary() {
        return recorded + " enterprises and entries loaded, " + alreadyThere + " already there, "
                + (refused.isEmpty() ? "none refused" : "refused " + refused) + ".";
    }
}
