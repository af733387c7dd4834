package org.zoneregistry.trade.write.enterprise;

import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.write.TradeTags;

/** All events about one enterprise. */
record EnterpriseBoundary(EnterpriseId enterprise) {

    EventCriteria criteria() {
        return EventCriteria.havingTags(TradeTags.enterprise(enterprise));
    }
}
