package org.zoneregistry.architecture.broken.zone.read.detail;

import org.zoneregistry.architecture.broken.eventstore.ZoneyLog;
import org.zoneregistry.architecture.broken.trade.read.entries.EntriesView;

/** What the broken event store knows, and it the event store; and a zone's trade. */
public final class DetailView {
    public int size(ZoneyLog log, EntriesView trade) {
        return log.hashCode() + trade.hashCode();
    }
}
