package org.zoneregistry.commands.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zoneregistry.commands.Trial;

/**
 * The body of the answer to a dry run: what the command would record. Nothing is recorded.
 *
 * @param dryRun true
 * @param position the prefix of the log that it was decided on, at least
 * @param events in order; none where the same is recorded already
 */
@RegisterForReflection
public record DryRun(boolean dryRun, long position, List<Event> events) {

    public DryRun {
        events = List.copyOf(events);
    }

    /**
     * An event that would be recorded.
     *
     * @param type the wire name
     * @param data what it would say, in its stored form
     */
    @RegisterForReflection
    @Schema(name = "EventToCome")
    public record Event(String type, JsonNode data) {}

    static DryRun of(Trial trial) {
        return new DryRun(
                true,
                trial.position(),
                trial.events().stream()
                        .map(event -> new Event(event.type(), event.data()))
                        .toList());
    }
}
