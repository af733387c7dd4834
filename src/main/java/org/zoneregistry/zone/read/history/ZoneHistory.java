package org.zoneregistry.zone.read.history;

import java.util.List;
import org.zoneregistry.history.LoggedEvent;

/**
 * A page of the events about a zone.
 *
 * @param zone its code
 * @param events in recorded order
 */
public record ZoneHistory(String zone, List<LoggedEvent> events) {

    public ZoneHistory {
        events = List.copyOf(events);
    }
}
