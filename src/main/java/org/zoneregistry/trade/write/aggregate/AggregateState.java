package org.zoneregistry.trade.write.aggregate;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.trade.event.AggregateEvent;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.AggregateWithdrawn;

/**
 * What is known of the figure of a key.
 *
 * @param standing how it was published last; {@code null} where there is none
 * @param isWithdrawn whether it was published once, and withdrawn
 */
public record AggregateState(@Nullable RecordedEvent<AggregatePublished> standing, boolean isWithdrawn) {

    /** No figure of that key was published. */
    public static final AggregateState UNPUBLISHED = new AggregateState(null, false);

    /** With one event more about the figure, later in the log than all before. */
    public AggregateState evolve(RecordedEvent<AggregateEvent> recorded) {
        return switch (recorded.event()) {
            case AggregatePublished event ->
                new AggregateState(
                        new RecordedEvent<>(recorded.id(), recorded.position(), recorded.recordedAt(), event), false);
            case AggregateWithdrawn _ -> new AggregateState(null, true);
        };
    }
}
