package org.zoneregistry.trade.read.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.zoneregistry.history.LoggedEvent;

/**
 * A page of the events about a trade entry.
 *
 * @param entryId its id
 * @param events in recorded order
 */
@Schema(name = "TradeEntryHistory")
public record EntryHistory(String entryId, List<LoggedEvent> events) {

    public EntryHistory {
        events = List.copyOf(events);
    }
}
