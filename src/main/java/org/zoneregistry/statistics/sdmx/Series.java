package org.zoneregistry.statistics.sdmx;

import java.util.List;

/** Trade, ordered by time. */
record Series(SeriesKey key, List<Observation> observations) {

    Series {
        observations = List.copyOf(observations);
    }
}
