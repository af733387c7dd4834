package org.zoneregistry.illustrative;

import java.util.Map;
import java.util.TreeMap;
import org.zoneregistry.decision.Rejection;

/** Counts the results of loading the illustrative data. For one load. */
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

    /** Happens only if another release filled the ledger, or entries were withdrawn since. */
    void refused(Rejection why) {
        refused.merge(why.code(), 1, Integer::sum);
    }

    /** The sum of both. */
    IllustrativeReport plus(IllustrativeReport other) {
        recorded += other.recorded;
        alreadyThere += other.alreadyThere;
        other.refused.forEach((code, count) -> refused.merge(code, count, Integer::sum));
        return this;
    }

    /** The result in one line. */
    String summary() {
        return recorded + " enterprises and entries loaded, " + alreadyThere + " already there, "
                + (refused.isEmpty() ? "none refused" : "refused " + refused) + ".";
    }
}
