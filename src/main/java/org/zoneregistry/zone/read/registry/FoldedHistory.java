package org.zoneregistry.zone.read.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.timeline.Timeline.Span;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * One zone's spans while its events are applied, with the range of prefixes that know each span.
 *
 * <p>It begins with the stored spans that are known without end, which come from the events that were applied before.
 * Its result is the difference to write.
 */
final class FoldedHistory {

    private static final long IN_TABLE = 0;

    private final ZoneCode zone;
    private final Function<UUID, @Nullable RecordedZoneEvent> facts;
    private final Map<UUID, RecordedZoneEvent> events = new LinkedHashMap<>();
    private final Map<Span, Long> open = new LinkedHashMap<>();
    private final List<Ended> ended = new ArrayList<>();
    private final List<Known> begunAndEnded = new ArrayList<>();

    /**
     * The zone after these events, all of which are applied.
     *
     * @param applied the events that touch the zone, in order
     * @param facts finds the event that recorded a fact
     */
    FoldedHistory(ZoneCode zone, List<RecordedZoneEvent> applied, Function<UUID, @Nullable RecordedZoneEvent> facts) {
        this.zone = zone;
        this.facts = facts;
        applied.forEach(this::add);
        spans().forEach(span -> open.put(span, IN_TABLE));
    }

    /** A row to end: no prefix from that position on knows it. */
    record Ended(ZoneCode zone, Span span, long at) {}

    /**
     * A new row.
     *
     * @param from the first position that knows it
     * @param to the first position that no longer knows it, or {@code null} if it is known without end
     */
    record Known(Span span, long from, @Nullable Long to) {}

    /** Applies an event about the zone. */
    void apply(RecordedZoneEvent event) {
        add(event);
        long position = event.position();
        List<Span> now = spans();
        var gone = new HashSet<>(open.keySet());
        now.forEach(gone::remove);
        for (Span span : gone) {
            Long since = open.remove(span);
            if (since == null || since == IN_TABLE) {
                ended.add(new Ended(zone, span, position));
            } else {
                begunAndEnded.add(new Known(span, since, position));
            }
        }
        now.forEach(span -> open.putIfAbsent(span, position));
    }

    /** The rows of the table to be ended. */
    List<Ended> ended() {
        return List.copyOf(ended);
    }

    /** The rows to be added. */
    List<Known> added() {
        var added = new ArrayList<>(begunAndEnded);
        open.forEach((span, since) -> {
            if (since != IN_TABLE) {
                added.add(new Known(span, since, null));
            }
        });
        return added;
    }

    private List<Span> spans() {
        return Timelines.of(List.copyOf(events.values())).of(zone).spans();
    }

    /**
     * Adds an event. If the event corrects a fact that did not touch the zone before the amendment, adds that fact too.
     */
    private void add(RecordedZoneEvent event) {
        switch (event.event()) {
            case ZoneFact _ -> {}
            case ZoneFactAmended amendment -> addFact(amendment.fact());
            case ZoneFactWithdrawn withdrawal -> addFact(withdrawal.fact());
        }
        events.put(event.id(), event);
    }

    private void addFact(UUID id) {
        RecordedZoneEvent fact = facts.apply(id);
        if (fact != null) {
            events.putIfAbsent(id, fact);
        }
    }
}
