package org.zoneregistry.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.core.Context.ResourceKey;

/**
 * The outcome of an append: the events as they are in the log, in order and durable. Empty if there were none.
 *
 * <p>After a commit, the processing context has it under {@link #RESOURCE_KEY}, from the AFTER_COMMIT phase on.
 */
public record AppendReceipt(List<Appended> events) {

    /** The key under which a processing context has the receipt. */
    public static final ResourceKey<AppendReceipt> RESOURCE_KEY = ResourceKey.withLabel("appendReceipt");

    /** One event's place in the log. */
    public record Appended(UUID id, String type, long position, Instant recordedAt) {}

    public AppendReceipt {
        events = List.copyOf(events);
    }

    /** The prefix of the log that ends with the last event. */
    LogHead last() {
        return events.isEmpty()
                ? LogHead.EMPTY
                : new LogHead(
                        events.getLast().position(),
                        events.getLast().recordedAt(),
                        events.getLast().id());
    }

    /** The last event's position, or 0 if there are none. */
    public long lastPosition() {
        return events.isEmpty() ? 0 : events.getLast().position();
    }
}
