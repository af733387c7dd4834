package org.zoneregistry.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.Rejection;

/**
 * What would come of a command, were it sent now. Nothing is recorded.
 *
 * @param position the prefix of the log that it was decided on, at least
 * @param events that it would lead to; none where the same is recorded already, or the command would be refused
 * @param rejection why it would be refused
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
     * @param data what it would say, in its stored form
     */
    public record Event(String type, JsonNode data) {}
}
