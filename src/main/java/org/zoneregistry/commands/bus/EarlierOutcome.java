package org.zoneregistry.commands.bus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.commands.Outcome;

/**
 * The earlier events of a command with an idempotency key; none if the command is new.
 *
 * <p>They are sourced by the key's tag, so the key is part of the append condition: of two requests that arrive at
 * once, one appends, and the other finds its events.
 */
public record EarlierOutcome(
        @Nullable String requestHash, @Nullable Instant recordedAt, List<Outcome.Event> events) {

    /** The key of an idempotency tag. */
    public static final String TAG = "idempotency-key";

    static final EarlierOutcome NONE = new EarlierOutcome(null, null, List.of());

    /**
     * The boundary: all events of a key.
     *
     * @param key the idempotency key
     */
    public record Key(String key) {}

    EarlierOutcome evolve(EventMessage message) {
        var place = LogPlace.of(message);
        if (place.isEmpty()) {
            return this;
        }
        var more = new ArrayList<>(events);
        more.add(new Outcome.Event(
                UUID.fromString(message.identifier()), message.type().name(), place.getAsLong()));
        return new EarlierOutcome(message.metadata().get("requestHash"), message.timestamp(), more);
    }

    /** The outcome, if the command is not new. */
    Outcome.@Nullable Recorded outcome() {
        return recordedAt == null ? null : new Outcome.Recorded(events.getLast().position(), recordedAt, events, true);
    }
}
