package org.zoneregistry.eventstore;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zoneregistry.eventstore.PendingAppend.Condition;

/** One event at the position after a known head, under criteria that are known to hold up to there. */
record NextAppend(PendingAppend command, LogHead head) implements AppendCall {

    static final String SQL = "select append_next($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)";

    /** Whether nothing can match up to the head but tags that nothing must carry. */
    static boolean canCheck(Condition condition, LogHead head) {
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
        Tuple arguments = Tuple.of(batch)
                .addLong(head.position())
                .addOffsetDateTime(head.recordedAt().atOffset(ZoneOffset.UTC))
                .addArrayOfString(tagsToBeAbsent());
        LoneAppend.addEvent(command.events.getFirst(), arguments);
        return arguments;
    }

    private String[] tagsToBeAbsent() {
        Condition condition = command.condition;
        List<String> absent = new ArrayList<>(condition.criteria().size());
        for (Criterion criterion : condition.criteria()) {
            if (condition.marker(criterion) < head.position()) {
                absent.addAll(criterion.tags());
            }
        }
        return absent.toArray(String[]::new);
    }

    @Override
    public List<AppendOutcome> outcomes(Row answer) {
        OffsetDateTime recordedAt = answer.getOffsetDateTime(0);
        return recordedAt == null ? List.of() : List.of(LoneAppend.appended(command, head.position() + 1, recordedAt));
    }
}
