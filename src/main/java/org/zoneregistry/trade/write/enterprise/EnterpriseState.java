package org.zoneregistry.trade.write.enterprise;

import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.trade.event.EnterpriseRegistered;

/**
 * What is known of an enterprise.
 *
 * @param first how it was registered; {@code null} where it was not
 */
public record EnterpriseState(@Nullable RecordedEvent<EnterpriseRegistered> first) {

    /** No enterprise of that id was registered. */
    static final EnterpriseState UNREGISTERED = new EnterpriseState(null);
}
