package org.zoneregistry.trade.read.enterprise;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zoneregistry.history.LoggedEvent;

/**
 * A page of the events about an enterprise.
 *
 * @param id its id
 * @param events in recorded order
 */
@Schema(name = "EnterpriseHistory")
public record EnterpriseHistory(String id, List<LoggedEvent> events) {

    public EnterpriseHistory {
        events = List.copyOf(events);
    }
}
