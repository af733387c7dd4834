package org.zoneregistry.zone.read.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFact;

/** Folds a batch of zone events in memory, zone by zone, so that the result can be written at once. */
final class RegistryFold {

    private final Map<UUID, RecordedZoneEvent> facts = new HashMap<>();
    private final Map<ZoneCode, List<RecordedZoneEvent>> applied = new HashMap<>();
    private final Map<ZoneCode, FoldedHistory> zones = new LinkedHashMap<>();

    /**
     * A fold after earlier events.
     *
     * @param applied all events so far about any fact that ever touched a zone of the batch, in order
     */
    RegistryFold(List<RecordedZoneEvent> applied) {
        for (RecordedZoneEvent event : applied) {
            remember(event);
            for (ZoneCode zone : event.event().zones()) {
                this.applied.computeIfAbsent(zone, first -> new ArrayList<>()).add(event);
            }
        }
    }

    void apply(RecordedZoneEvent event) {
        remember(event);
        for (ZoneCode zone : event.event().zones()) {
            zones.computeIfAbsent(zone, this::history).apply(event);
        }
    }

    private void remember(RecordedZoneEvent event) {
        if (event.event() instanceof ZoneFact) {
            facts.put(event.id(), event);
        }
    }

    /** The rows of the table to be ended. */
    List<FoldedHistory.Ended> ended() {
        var ended = new ArrayList<FoldedHistory.Ended>();
        zones.values().forEach(zone -> ended.addAll(zone.ended()));
        return ended;
    }

    /** The rows to be added. */
    List<FoldedHistory.Known> added() {
        var added = new ArrayList<FoldedHistory.Known>();
        zones.values().forEach(zone -> added.addAll(zone.added()));
        return added;
    }

    private FoldedHistory history(ZoneCode zone) {
        return new FoldedHistory(zone, applied.getOrDefault(zone, List.of()), facts::get);
    }
}
