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
 * @param isWithdrawn whether it was published and then withdrawn
 */
public record AggregateState(@Nullable RecordedEvent<AggregatePublished> standing, boolean isWithdrawn) {

    /** No figure with that key was published. */
    public static final AggregateState UNPUBLISHED = new AggregateState(null, false);

    /** Adds one event about the figure, later in the log than all before. */
    public AggregateState evolve(RecordedEvent<AggregateEvent> recorded) {
        return switch (recorded.event()) {
            case AggregatePublished event ->
                new AggregateState(
                        new RecordedEvent<>(recorded.id(), recorded.position(), recorded.recordedAt(), event), false);
            case AggregateWithdrawn _ -> new AggregateState(null, true);
        };
    }
}
