package org.zoneregistry.trade.write;

import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.zoneregistry.trade.event.EntryId;

/** All events about one trade entry. */
public record EntryBoundary(EntryId entry) {

    /** The criteria for the log. */
    public EventCriteria criteria() {
        return EventCriteria.havingTags(TradeTags.entry(entry));
    }
}
