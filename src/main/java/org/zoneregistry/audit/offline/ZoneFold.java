package org.zoneregistry.audit.offline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.KnownAt;
import org.zoneregistry.http.Instants;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.log.StoredForm;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.json.ZoneEventJson;
import org.zoneregistry.zone.event.json.ZoneEventType;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.timeline.Timelines;

/** Folds zones from events, with the fold that defines the registry. It keeps only the zones' own events. */
final class ZoneFold implements LogVerification.Reader {

    private static final StoredForm FORM = new StoredForm(EventTypes.of(ZoneEventType.rows()));

    private final Predicate<ZoneCode> wanted;
    private final @Nullable KnownAt knownAt;
    private final TreeMap<ZoneCode, List<RecordedZoneEvent>> events = new TreeMap<>();
    private long prefix;

    /**
     * A fold.
     *
     * @param wanted which zones
     * @param knownAt the state of knowledge; null for all that is read
     */
    ZoneFold(Predicate<ZoneCode> wanted, @Nullable KnownAt knownAt) {
        this.wanted = wanted;
        this.knownAt = knownAt;
    }

    @Override
    public void read(EventHead head, byte[] event) {
        if (!isKnown(head)) {
            return;
        }
        prefix = head.position();
        var type = ZoneEventType.named(head.type());
        if (type.isPresent() && head.tags().stream().anyMatch(this::isOfWanted)) {
            StoredEvent stored = FORM.read(event);
            RecordedZoneEvent recorded = ZoneEventJson.readRecorded(stored).orElseThrow();
            recorded.event().zones().stream()
                    .filter(wanted)
                    .forEach(zone -> events.computeIfAbsent(zone, none -> new ArrayList<>())
                            .add(recorded));
        }
    }

    private boolean isKnown(EventHead head) {
        return switch (knownAt) {
            case null -> true;
            case KnownAt.Position(long position) -> head.position() <= position;
            case KnownAt.At at -> head.recordedAt().compareTo(Instants.micros(at.instant())) <= 0;
        };
    }

    private boolean isOfWanted(String tag) {
        return tag.startsWith("zone:") && wanted.test(new ZoneCode(tag.substring("zone:".length())));
    }

    /** The length of the folded prefix. */
    long prefix() {
        return prefix;
    }

    /** The zone on a day; empty if it was not established by then. */
    Optional<Zone> zone(ZoneCode zone, LocalDate validAt) {
        return Timelines.of(events.getOrDefault(zone, List.of()))
                .of(zone)
                .at(validAt)
                .map(Zone::of);
    }

    /** All zones on a day, by code. */
    List<Zone> zones(LocalDate validAt) {
        return events.keySet().stream()
                .flatMap(zone -> zone(zone, validAt).stream())
                .toList();
    }
}
