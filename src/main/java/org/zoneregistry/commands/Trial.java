package org.zoneregistry.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.Rejection;

/**
 * The result that a command would have now. Nothing is recorded.
 *
 * @param position the decision was made on the prefix of the log up to this position, or a longer one
 * @param events the events that would be recorded; empty if the same is recorded already, or the command would be
 *     refused
 * @param rejection why the command would be refused
 */
public record Trial(
        long position, List<Event> events, @Nullable Rejection rejection) {

    public Trial {
        events = List.copyOf(events);
    }

    /**
     * An event that would be recorded.
     *
     * @param type the event type's wire name
     * @param data its content, in stored form
     */
    public record Event(String type, JsonNode data) {}
}
