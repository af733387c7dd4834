package org.zoneregistry.trade.write.aggregate;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.trade.event.AggregateEvent;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.AggregateWithdrawn;

/**
 * The state of the figure with a key.
 *
 * @param standing its last publication; {@code null} if there is none
 * @param withdrawal the event that withdrew it; {@code null} if it stands, or was never published
 */
public record AggregateState(
        @Nullable RecordedEvent<AggregatePublished> standing,
        @Nullable RecordedEvent<AggregateWithdrawn> withdrawal) {

    /** No figure with that key was published. */
    public static final AggregateState UNPUBLISHED = new AggregateState(null, null);

    /** Adds one event about the figure, later in the log than all before. */
    public AggregateState evolve(RecordedEvent<AggregateEvent> recorded) {
        return switch (recorded.event()) {
            case AggregatePublished event ->
                new AggregateState(
                        new RecordedEvent<>(recorded.id(), recorded.position(), recorded.recordedAt(), event), null);
            case AggregateWithdrawn event ->
                new AggregateState(
                        null, new RecordedEvent<>(recorded.id(), recorded.position(), recorded.recordedAt(), event));
        };
    }
}
