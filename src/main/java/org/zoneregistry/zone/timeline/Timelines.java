package org.zoneregistry.zone.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;

/**
 * Zones' events in a prefix of the log, and their timelines. Immutable.
 *
 * <p>This is the definition of the registry at (validAt, knownAt): take a zone's events up to a position, in the order
 * of the log, and call {@link Timeline#at} with a date.
 */
public final class Timelines {

    private static final Timelines NONE = new Timelines(List.of());

    private final List<RecordedZoneEvent> events;

    private Timelines(List<RecordedZoneEvent> events) {
        this.events = events;
    }

    /** No events yet. */
    public static Timelines none() {
        return NONE;
    }

    /** The timelines of these events, which are in the order of the log. */
    public static Timelines of(List<RecordedZoneEvent> events) {
        return new Timelines(List.copyOf(events));
    }

    /** Adds one event, later in the log than all before. */
    public Timelines evolve(RecordedZoneEvent event) {
        var more = new ArrayList<RecordedZoneEvent>(events.size() + 1);
        more.addAll(events);
        more.add(event);
        return new Timelines(more);
    }

    /** Every zone that one of the events touches. */
    public Set<ZoneCode> zones() {
        var zones = new LinkedHashSet<ZoneCode>();
        events.forEach(event -> zones.addAll(event.event().zones()));
        return zones;
    }

    /** The position of the last event that touched the zone; 0 if none did. */
    public long lastPosition(ZoneCode zone) {
        return events.stream()
                .filter(event -> event.event().zones().contains(zone))
                .mapToLong(RecordedZoneEvent::position)
                .max()
                .orElse(0);
    }

    /** Whether an event with that id recorded a fact, even if it was withdrawn since. */
    public boolean hasRecorded(UUID fact) {
        return events.stream().anyMatch(event -> event.id().equals(fact) && event.event() instanceof ZoneFact);
    }

    /** The last event with content of a fact: the one that recorded it, or its last amendment. */
    public Optional<RecordedZoneEvent> lastAbout(UUID fact) {
        return events.reversed().stream()
                .filter(event -> event.event() instanceof ZoneFactAmended amended
                        ? amended.fact().equals(fact)
                        : event.id().equals(fact))
                .findFirst();
    }

    /**
     * The event that recorded a fact with the same content, if recording it again would change no state of any zone. If
     * another fact of the same day has replaced its effect, recording it again would change the state.
     *
     * @param considered a fact that fits
     */
    public Optional<RecordedZoneEvent> same(ZoneFact considered) {
        Collection<TimelineFact> standing = standing().values();
        return standing.stream()
                .filter(fact -> fact.fact().equals(considered))
                .findFirst()
                .filter(same -> changesNothing(standing, considered))
                .flatMap(same -> event(same.id()));
    }

    /** The event that recorded a fact that counts and has the same content. */
    public Optional<RecordedZoneEvent> recorded(ZoneFact considered) {
        return standing().values().stream()
                .filter(fact -> fact.fact().equals(considered))
                .findFirst()
                .flatMap(same -> event(same.id()));
    }

    /** The event that withdrew a fact, if it does not count any more. */
    public Optional<RecordedZoneEvent> withdrawal(UUID fact) {
        return events.reversed().stream()
                .filter(event -> event.event() instanceof ZoneFactWithdrawn withdrawn
                        && withdrawn.fact().equals(fact))
                .findFirst();
    }

    private Optional<RecordedZoneEvent> event(@Nullable UUID id) {
        return events.stream().filter(event -> event.id().equals(id)).findFirst();
    }

    private static boolean changesNothing(Collection<TimelineFact> standing, ZoneFact considered) {
        var again = new ArrayList<>(standing);
        again.add(TimelineFact.considered(considered));
        return considered.zones().stream()
                .allMatch(zone ->
                        about(standing, zone).spans().equals(about(again, zone).spans()));
    }

    /** The fact with that id and its current content; empty if there is none or it was withdrawn. */
    public Optional<TimelineFact> fact(UUID id) {
        return Optional.ofNullable(standing().get(id));
    }

    /** The facts that count for one zone. */
    public Timeline of(ZoneCode zone) {
        return about(standing().values(), zone);
    }

    private static Timeline about(Collection<TimelineFact> facts, ZoneCode zone) {
        return new Timeline(
                zone,
                facts.stream()
                        .filter(fact -> fact.fact().zones().contains(zone))
                        .toList());
    }

    /** The first misfit in the timelines of the fact's zones if it were recorded now. */
    public Optional<Misfit> misfitWith(ZoneFact considered) {
        var facts = new ArrayList<>(standing().values());
        facts.add(TimelineFact.considered(considered));
        return misfit(facts, considered.zones());
    }

    /** The first misfit in the timelines of the given zones if the fact had this new content. */
    public Optional<Misfit> misfitAmending(UUID fact, ZoneFact amended, Iterable<ZoneCode> zones) {
        var facts = standing();
        facts.computeIfPresent(fact, (id, now) -> new TimelineFact(now.position(), id, amended));
        return misfit(facts.values(), zones);
    }

    /** The first misfit in the timelines of the given zones if the fact were withdrawn. */
    public Optional<Misfit> misfitWithout(UUID fact, Iterable<ZoneCode> zones) {
        var facts = standing();
        facts.remove(fact);
        return misfit(facts.values(), zones);
    }

    private static Optional<Misfit> misfit(Collection<TimelineFact> facts, Iterable<ZoneCode> zones) {
        for (ZoneCode zone : zones) {
            Optional<Misfit> misfit = about(facts, zone).misfit();
            if (misfit.isPresent()) {
                return misfit;
            }
        }
        return Optional.empty();
    }

    private Map<UUID, TimelineFact> standing() {
        var standing = new LinkedHashMap<UUID, TimelineFact>();
        for (RecordedZoneEvent recorded : events) {
            switch (recorded.event()) {
                case ZoneFact fact ->
                    standing.put(recorded.id(), new TimelineFact(recorded.position(), recorded.id(), fact));
                case ZoneFactAmended(var id, var amended, var _, var _) ->
                    standing.computeIfPresent(id, (same, now) -> new TimelineFact(now.position(), same, amended));
                case ZoneFactWithdrawn withdrawn -> standing.remove(withdrawn.fact());
            }
        }
        return standing;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timelines that && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(events);
    }

    @Override
    public String toString() {
        return "Timelines" + events;
    }
}
