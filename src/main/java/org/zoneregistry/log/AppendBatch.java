package org.zoneregistry.log;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.AppendReceipt.Appended;
import org.zoneregistry.log.KnownHistory.Seen;

/** Commands that share one transaction: the call that appends them, and the outcome of each. */
final class AppendBatch {

    private final UUID id;
    final List<PendingAppend> commands;
    private final AppendCall call;

    /**
     * Makes a batch.
     *
     * @param head the head of the log, if no other node has appended since the caller did; null if it isn't known
     * @param seen an event that the log must have; otherwise nothing is appended
     */
    AppendBatch(UUID id, List<PendingAppend> commands, @Nullable LogHead head, Seen seen) {
        this.id = id;
        this.commands = commands;
        this.call = AppendCall.of(commands, head, seen);
    }

    /** Whether another function can still append if this one fails. */
    boolean isShort() {
        return !(call instanceof AppendCommands);
    }

    String sql() {
        return call.sql();
    }

    Tuple arguments() {
        return call.arguments(id);
    }

    /** Reads the function's answer. Empty if nothing was appended and another function has to find the reason. */
    List<AppendOutcome> outcomes(RowSet<Row> answer) {
        return call.outcomes(answer.iterator().next());
    }

    /** Asks {@code resolve_append}. Empty if this batch has appended nothing and never will. */
    Future<List<AppendOutcome>> resolve(Pool pool) {
        return pool.preparedQuery("select event_id, event_position, event_recorded_at from resolve_append($1, $2)")
                .execute(Tuple.of(id).addArrayOfUUID(eventIds()))
                .map(this::resolved);
    }

    private List<AppendOutcome> resolved(RowSet<Row> answer) {
        Map<UUID, Appended> found = new HashMap<>();
        for (Row row : answer) {
            UUID event = row.getUUID(0);
            found.put(
                    event,
                    new Appended(
                            event, "", row.getLong(1), row.getOffsetDateTime(2).toInstant()));
        }
        if (found.isEmpty()) {
            return List.of();
        }
        List<AppendOutcome> outcomes = new ArrayList<>(commands.size());
        for (PendingAppend command : commands) {
            List<Appended> appended = new ArrayList<>(command.events.size());
            for (EncodedEvent event : command.events) {
                Appended place = found.get(event.id());
                if (place != null) {
                    appended.add(new Appended(event.id(), event.type(), place.position(), place.recordedAt()));
                }
            }
            outcomes.add(
                    appended.isEmpty() ? AppendOutcome.conflict(command) : AppendOutcome.appended(command, appended));
        }
        return outcomes;
    }

    private UUID[] eventIds() {
        return commands.stream()
                .flatMap(command -> command.events.stream())
                .map(EncodedEvent::id)
                .toArray(UUID[]::new);
    }
}
