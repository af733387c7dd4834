package org.zoneregistry.log;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.KnownHistory.Seen;

/** A call of one of the database's functions that append. The choice depends on the checks that are needed. */
sealed interface AppendCall permits AppendAtHead, AppendEvent, AppendCommands {

    /** All statements that a call can have. */
    static String[] statements() {
        return new String[] {AppendAtHead.SQL, AppendEvent.SQL, AppendCommands.SQL};
    }

    /**
     * The fastest call that makes the needed checks.
     *
     * @param head the head of the log, if no other node has appended since the caller did; null if it isn't known
     * @param seen an event that the log must have
     */
    static AppendCall of(List<PendingAppend> commands, @Nullable LogHead head, Seen seen) {
        if (commands.size() == 1 && commands.getFirst().events.size() == 1 && !commands.getFirst().alone) {
            PendingAppend lone = commands.getFirst();
            if (head != null && AppendAtHead.suffices(lone.condition, head)) {
                return new AppendAtHead(lone, head);
            }
            if (AppendEvent.suffices(lone.condition)) {
                return new AppendEvent(lone, seen);
            }
        }
        return new AppendCommands(commands, seen);
    }

    /** The statement. */
    String sql();

    /** Its arguments, for the batch with that id. */
    Tuple arguments(UUID batch);

    /** The outcome of each command. Empty if nothing was appended and another function has to find the reason. */
    List<AppendOutcome> outcomes(Row answer);
}
