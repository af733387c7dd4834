package org.zoneregistry.trade.write.enterprise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseEvent;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.EnterpriseWithdrawn;

/**
 * The state of an enterprise.
 *
 * @param standing its registration; {@code null} if there is none
 * @param withdrawal the event that withdrew it; {@code null} if it stands, or was never registered
 */
public record EnterpriseState(
        @Nullable RecordedEvent<EnterpriseRegistered> standing,
        @Nullable RecordedEvent<EnterpriseWithdrawn> withdrawal) {

    /** No enterprise with that id was registered. */
    static final EnterpriseState UNREGISTERED = new EnterpriseState(null, null);

    /** The current content of the enterprise; empty if it is not registered. */
    Optional<Enterprise> now() {
        return Optional.ofNullable(standing)
                .map(registered -> registered.event().enterprise());
    }

    /** Adds one event about the enterprise, later in the log than all before. */
    EnterpriseState evolve(RecordedEvent<EnterpriseEvent> recorded) {
        return switch (recorded.event()) {
            case EnterpriseRegistered event ->
                new EnterpriseState(
                        new RecordedEvent<>(recorded.id(), recorded.position(), recorded.recordedAt(), event), null);
            case EnterpriseWithdrawn event ->
                new EnterpriseState(
                        null, new RecordedEvent<>(recorded.id(), recorded.position(), recorded.recordedAt(), event));
        };
    }
}
