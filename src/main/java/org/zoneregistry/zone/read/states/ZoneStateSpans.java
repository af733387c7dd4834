package org.zoneregistry.zone.read.states;

import java.util.List;

/**
 * All states of a zone that were ever known.
 *
 * @param zone its code
 * @param states by the first position at which they were known, then by day; no two of them overlap in both times
 */
public record ZoneStateSpans(String zone, List<ZoneStateSpan> states) {

    public ZoneStateSpans {
        states = List.copyOf(states);
    }
}
