package org.zoneregistry.eventstore;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call of one of the database's functions that append. Which one depends on what has to be checked. */
sealed interface AppendCall permits NextAppend, LoneAppend, BatchAppend {

    /** All statements that a call can have. */
    static String[] statements() {
        return new String[] {NextAppend.SQL, LoneAppend.SQL, BatchAppend.SQL};
    }

    /**
     * The shortest that can do it.
     *
     * @param head the head of the log, if nobody else has appended since the caller did; null where it isn't known
     * @param reached a position that the log has reached
     */
    static AppendCall of(List<PendingAppend> commands, @Nullable LogHead head, long reached) {
        if (commands.size() == 1 && commands.getFirst().events.size() == 1 && !commands.getFirst().alone) {
            PendingAppend lone = commands.getFirst();
            if (head != null && NextAppend.suffices(lone.condition, head)) {
                return new NextAppend(lone, head);
            }
            if (LoneAppend.suffices(lone.condition)) {
                return new LoneAppend(lone);
            }
        }
        return new BatchAppend(commands, reached);
    }

    /** The statement. */
    String sql();

    /** Its arguments, for a batch of that id. */
    Tuple arguments(UUID batch);

    /**
     * What its answer means for each command; none where nothing was appended and another function has to say why.
     */
    List<AppendOutcome> outcomes(Row answer);
}
