package org.zoneregistry.zone.read.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;

/** Folds a batch of zone events in memory, zone by zone, so that what it comes to can be written at once. */
final class RegistryFold {

    private final List<RecordedZoneEvent> applied;
    private final Map<ZoneCode, ZoneHistory> zones = new LinkedHashMap<>();

    /** @param applied all events so far about any zone that the batch touches, in order */
    RegistryFold(List<RecordedZoneEvent> applied) {
        this.applied = List.copyOf(applied);
    }

    void apply(RecordedZoneEvent event) {
        for (ZoneCode zone : event.event().zones()) {
            zones.computeIfAbsent(zone, this::history).apply(event);
        }
    }

    /** The rows of the table to be ended. */
    List<ZoneHistory.Ended> ended() {
        var ended = new ArrayList<ZoneHistory.Ended>();
        zones.values().forEach(zone -> ended.addAll(zone.ended()));
        return ended;
    }

    /** The rows to be added. */
    List<ZoneHistory.Known> added() {
        var added = new ArrayList<ZoneHistory.Known>();
        zones.values().forEach(zone -> added.addAll(zone.added()));
        return added;
    }

    private ZoneHistory history(ZoneCode zone) {
        return new ZoneHistory(
                zone,
                applied.stream()
                        .filter(event -> event.event().zones().contains(zone))
                        .toList());
    }
}
