package org.zoneregistry.log;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.zoneregistry.log.AppendReceipt.Appended;
import org.zoneregistry.log.KnownHistory.Seen;
import org.zoneregistry.log.PendingAppend.Condition;

/**
 * Appends one event, under criteria with one tag each.
 *
 * @param seen an event that the log must have
 */
record AppendEvent(PendingAppend command, Seen seen) implements AppendCall {

    static final String SQL = "select event_position, event_recorded_at, sealed from append_event("
            + "$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)";

    /** Whether every criterion has exactly one tag, with or without types. */
    static boolean suffices(Condition condition) {
        for (Criterion criterion : condition.criteria()) {
            if (criterion.tags().size() != 1) {
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
        Tuple arguments = begin(batch, seen);
        CriteriaColumns.of(command.condition).addTagsTo(arguments);
        EncodedEvent event = command.events.getFirst();
        addEvent(event, event.before(), arguments);
        return arguments;
    }

    static Tuple begin(UUID batch, Seen seen) {
        return Tuple.of(batch).addLong(seen.position()).addUUID(seen.id());
    }

    static void addEvent(EncodedEvent event, byte[] before, Tuple arguments) {
        arguments
                .addUUID(event.id())
                .addString(event.type())
                .addInteger(event.version())
                .addBuffer(Buffer.buffer(before))
                .addBuffer(Buffer.buffer(event.after()))
                .addArrayOfString(CriteriaColumns.strings(event.tags()));
    }

    @Override
    public List<AppendOutcome> outcomes(Row answer) {
        long position = answer.getLong(0);
        if (position > 0) {
            return List.of(appended(command, position, answer.getOffsetDateTime(1)));
        }
        return List.of(answer.getBoolean(2) ? AppendOutcome.sealed(command) : AppendOutcome.conflict(command));
    }

    static AppendOutcome appended(PendingAppend command, long position, OffsetDateTime recordedAt) {
        EncodedEvent event = command.events.getFirst();
        return AppendOutcome.appended(
                command, List.of(new Appended(event.id(), event.type(), position, recordedAt.toInstant())));
    }
}
