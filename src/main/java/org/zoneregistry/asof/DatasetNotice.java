package org.zoneregistry.asof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import org.zoneregistry.ledger.Dataset;

/** Puts a member {@code notice} first in answers with statistics, if the ledger is not the reference data set. */
@Singleton
public final class DatasetNotice {

    /** The name of the member. */
    public static final String MEMBER = "notice";

    private static final String STATISTICS = "/v1/statistics/";

    private final byte[] member;

    DatasetNotice(Dataset dataset) {
        member = dataset.notice()
                .map(text -> "\"" + MEMBER + "\":\""
                        + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"')
                .orElse("")
                .getBytes(UTF_8);
    }

    /** Whether answers at that path have the notice. */
    public static boolean isFor(String path) {
        return path.startsWith(STATISTICS);
    }

    /**
     * The answer with the notice. The notice is inserted into the text, so that every number stays unchanged.
     *
     * @param json a JSON text without white space around it
     * @return the same bytes if there is no notice, or the text is not an object
     */
    byte[] addTo(String path, byte[] json) {
        if (member.length == 0 || json[0] != '{' || !isFor(path)) {
            return json;
        }
        var spliced = new ByteArrayOutputStream(json.length + member.length + 1);
        spliced.write('{');
        spliced.writeBytes(member);
        if (json[1] != '}') {
            spliced.write(',');
        }
        spliced.write(json, 1, json.length - 1);
        return spliced.toByteArray();
    }
}
