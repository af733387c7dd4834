package org.zoneregistry.architecture.broken.zone.read.detail;

import java.sql.Connection;
import org.zoneregistry.architecture.broken.log.ZoneyLog;
import org.zoneregistry.architecture.broken.trade.read.entries.EntriesView;

/** A circular dependency with the broken event store. It also depends on a zone's trade, and waits for the database. */
public final class DetailView {
    public int size(ZoneyLog log, EntriesView trade, Connection connection) {
        return log.hashCode() + trade.hashCode() + connection.hashCode();
    }
}
