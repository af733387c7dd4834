package org.zoneregistry.commands.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.zoneregistry.commands.Trial;

/**
 * The body of the answer to a dry run: the events that the command would record. Nothing is recorded.
 *
 * @param dryRun true
 * @param position the decision was made on the prefix of the log up to this position, or a longer one
 * @param events in order; empty if the same is recorded already
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
     * @param data its content, in stored form
     */
    @RegisterForReflection
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
