package org.zoneregistry.trade.write.aggregate;

import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.write.TradeTags;

/** All events about the figure of one key. */
record AggregateBoundary(PublishedAggregate.Key key) {

    EventCriteria criteria() {
        return EventCriteria.havingTags(TradeTags.aggregate(key));
    }
}
