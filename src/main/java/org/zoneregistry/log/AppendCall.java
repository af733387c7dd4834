package org.zoneregistry.log;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.KnownHistory.Seen;

/** A call of one of the database's functions that append. Which one depends on what has to be checked. */
sealed interface AppendCall permits AppendAtHead, AppendEvent, AppendCommands {

    /** All statements that a call can have. */
    static String[] statements() {
        return new String[] {AppendAtHead.SQL, AppendEvent.SQL, AppendCommands.SQL};
    }

    /**
     * The shortest that can do it.
     *
     * @param head the head of the log, if nobody else has appended since the caller did; null where it isn't known
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

    /** Its arguments, for a batch of that id. */
    Tuple arguments(UUID batch);

    /** What its answer means for each command; none where nothing was appended and another function has to say why. */
    List<AppendOutcome> outcomes(Row answer);
}
