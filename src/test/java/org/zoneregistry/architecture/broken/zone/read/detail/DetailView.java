package org.zoneregistry.architecture.broken.zone.read.detail;

import org.zoneregistry.architecture.broken.eventstore.ZoneyLog;

/** What the broken event store knows, and it the event store. */
public final class DetailView {
    public int size(ZoneyLog log) {
        return log.hashCode();
    }
}
