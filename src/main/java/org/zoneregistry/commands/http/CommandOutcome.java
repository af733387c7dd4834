package org.zoneregistry.commands.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a command's answer: the recorded events.
 *
 * @param position the position of the last event
 * @param recordedAt when that event was recorded
 * @param events the command's events, in order
 * @param zone the zone of the command, if it has one
 */
public record CommandOutcome(
        long position,
        Instant recordedAt,
        List<Event> events,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String zone) {

    public CommandOutcome {
        events = List.copyOf(events);
    }

    /**
     * One event of a command.
     *
     * @param id the id with which a fact is amended and withdrawn
     * @param type the wire name
     * @param position its place in the log
     */
    @Schema(name = "RecordedEvent")
    public record Event(UUID id, String type, long position) {}
}
