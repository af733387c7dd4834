package org.zoneregistry.log;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.zoneregistry.log.PendingAppend.Condition;

/** Appends one event directly after a known head. Its criteria are known to hold up to that head. */
record AppendAtHead(PendingAppend command, LogHead head) implements AppendCall {

    static final String SQL = "select append_at_head($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)";

    /** The function that creates partitions must be called from time to time. */
    private static final int PARTITION_CHECK_INTERVAL = 1_024; // as in V1__log.sql

    /**
     * Whether no event up to the head can match the condition, except for tags that must be absent, and no partition
     * check is due.
     */
    static boolean suffices(Condition condition, LogHead head) {
        if ((head.position() + 1) % PARTITION_CHECK_INTERVAL == 0) {
            return false;
        }
        for (Criterion criterion : condition.criteria()) {
            long marker = condition.marker(criterion);
            if (marker != head.position() && !(marker == 0 && criterion.isOneTag())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public Tuple arguments(UUID batch) {
        Tuple arguments = Tuple.of(position(), head.id())
                .addOffsetDateTime(head.recordedAt().plus(1, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .addArrayOfString(forbidding(batch).keys());
        EncodedEvent event = command.events.getFirst();
        AppendEvent.addEvent(event, event.beforeRecordedAt(position()), arguments);
        return arguments;
    }

    private Forbidding forbidding(UUID batch) {
        Condition condition = command.condition;
        Forbidding forbidding = new Forbidding(batch);
        command.events.getFirst().tags().forEach(forbidding::carried);
        for (Criterion criterion : condition.criteria()) {
            if (condition.marker(criterion) < head.position()) {
                criterion.tags().forEach(forbidding::absent);
            }
        }
        return forbidding;
    }

    @Override
    public List<AppendOutcome> outcomes(Row answer) {
        OffsetDateTime recordedAt = answer.getOffsetDateTime(0);
        return recordedAt == null ? List.of() : List.of(AppendEvent.appended(command, position(), recordedAt));
    }

    private long position() {
        return head.position() + 1;
    }
}
