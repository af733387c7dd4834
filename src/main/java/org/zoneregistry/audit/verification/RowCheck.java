package org.zoneregistry.audit.verification;

import static org.zoneregistry.audit.verification.Finding.Kind.EVENT_MISSING;
import static org.zoneregistry.audit.verification.Finding.Kind.EVENT_UNREADABLE;
import static org.zoneregistry.audit.verification.Finding.Kind.INDEX_DIFFERS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.log.CanonicalJson;

/**
 * Checks the log row by row: positions have no gap, times increase, bytes are canonical, and columns agree with the
 * bytes.
 */
final class RowCheck {

    private static final String SUBJECT = "event";
    private static final JsonMapper JSON = new JsonMapper();

    private final Findings findings;
    private long last;
    private Instant lastTime = Instant.MIN;

    RowCheck(Findings findings) {
        this.findings = findings;
    }

    /** There is no row at the next position, but there are later rows. */
    void missing() {
        last++;
        findings.add(EVENT_MISSING, last, SUBJECT, "There is no event at position " + last + ".");
    }

    /** Checks the row at the next position. Returns the tags in its bytes; empty if the bytes can't be read. */
    Optional<List<String>> next(LogRow row) {
        last = row.position();
        if (!row.recordedAt().isAfter(lastTime)) {
            differs(row, "recorded_at is not after that of the event before, " + lastTime + ".");
        }
        lastTime = row.recordedAt();
        try {
            JsonNode event = JSON.readTree(row.bytes().toByteArray());
            if (!Arrays.equals(CanonicalJson.bytes(event), row.bytes().toByteArray())) {
                return unreadable(row, "The bytes are not in canonical form.");
            }
            if (event.required("position").longValue() != row.position()) {
                return unreadable(
                        row, "The bytes say that they are the event at position " + event.get("position") + ".");
            }
            compare(
                    row,
                    "recorded_at",
                    Instant.parse(event.required("recordedAt").textValue()),
                    row.recordedAt());
            compare(row, "id", event.required("id").textValue(), row.id().toString());
            compare(row, "type", event.required("type").textValue(), row.type());
            compare(row, "version", event.required("version").intValue(), row.version());
            List<String> tags = new ArrayList<>();
            event.required("tags").forEach(tag -> tags.add(tag.textValue()));
            return Optional.of(tags);
        } catch (IOException | IllegalArgumentException | DateTimeException | NullPointerException noEvent) {
            return unreadable(row, "The bytes are not an event: " + noEvent.getMessage());
        }
    }

    private void compare(LogRow row, String column, Object inBytes, Object inColumn) {
        if (!inBytes.equals(inColumn)) {
            differs(row, "The column " + column + " is " + inColumn + ", the bytes say " + inBytes + ".");
        }
    }

    private void differs(LogRow row, String detail) {
        findings.add(INDEX_DIFFERS, row.position(), SUBJECT, detail);
    }

    private Optional<List<String>> unreadable(LogRow row, String detail) {
        findings.add(EVENT_UNREADABLE, row.position(), SUBJECT, detail);
        return Optional.empty();
    }
}
