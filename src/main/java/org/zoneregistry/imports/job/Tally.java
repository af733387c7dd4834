package org.zoneregistry.imports.job;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/**
 * The progress of a run. The counts cover the whole run.
 *
 * @param blank how many blank lines were skipped
 * @param notKept how many refused lines are counted but not kept
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

    /** The report of a job, without the bytes. */
    JsonObject report() {
        var byCode = new JsonObject();
        refusedByCode.forEach(byCode::put);
        return new JsonObject()
                .put("blank", blank)
                .put("recorded", recorded)
                .put("alreadyThere", alreadyThere)
                .put("refused", refused)
                .put("notKept", notKept)
                .put("refusedByCode", byCode)
                .put("position", position);
    }

    /** The tally in the report of a job. */
    static Tally of(JsonObject report) {
        var byCode = new TreeMap<String, Long>();
        JsonObject counts = report.getJsonObject("refusedByCode");
        counts.fieldNames().forEach(code -> byCode.put(code, counts.getLong(code)));
        return new Tally(
                0,
                report.getLong("blank"),
                report.getLong("recorded"),
                report.getLong("alreadyThere"),
                report.getLong("refused"),
                report.getLong("notKept"),
                byCode,
                report.getLong("position"));
    }

    /** A copy with the number of bytes and of blank lines. */
    public Tally after(long bytes, long blankLines) {
        return new Tally(bytes, blankLines, recorded, alreadyThere, refused, notKept, refusedByCode, position);
    }

    /** How many lines were decided. */
    public long linesRead() {
        return recorded + alreadyThere + refused;
    }
}
