package org.zoneregistry.imports.job;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;

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

    /** As a job's report has it, without the bytes. */
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

    /** Of a job's report. */
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

    /** The same after so many bytes and blank lines. */
    public Tally after(long bytes, long blankLines) {
        return new Tally(bytes, blankLines, recorded, alreadyThere, refused, notKept, refusedByCode, position);
    }

    /** All lines that were decided. */
    public long linesRead() {
        return recorded + alreadyThere + refused;
    }
}
