package org.zoneregistry.pages.work;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.MemberValues;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Vocabulary;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.read.ZoneMember;
import org.zoneregistry.zone.timeline.Timeline;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.timeline.ZoneState;

/**
 * What a command would change in the timeline of a zone. The timeline is folded from the recorded events, and again
 * from these and the new ones.
 *
 * @param zone its name, or its code if it has none yet
 * @param days those on which the zone would have another state; empty if there are none
 */
@TemplateData
public record TimelineChange(String zone, List<Days> days) {

    /** Days with the same change. */
    @TemplateData
    public record Days(String days, List<Member> members) {}

    /** A member of the zone that would differ. */
    @TemplateData
    public record Member(String name, String before, String after) {}

    /** The zones that the events touch. */
    static List<ZoneCode> zones(List<ZoneEvent> would) {
        var zones = new LinkedHashSet<ZoneCode>();
        would.forEach(event -> zones.addAll(event.zones()));
        return List.copyOf(zones);
    }

    /**
     * The changes, zone by zone. A timeline that does not fold with the events, because others were recorded since they
     * were decided, is left out.
     *
     * @param recorded all events of the touched zones, in the order of the log
     * @param would the events that would be recorded
     * @param names of zones by their codes
     */
    static List<TimelineChange> of(
            People people, List<RecordedZoneEvent> recorded, List<ZoneEvent> would, Map<String, String> names) {
        Timelines before = Timelines.of(recorded);
        Timelines after = before;
        for (int i = 0; i < would.size(); i++) {
            after = after.evolve(new RecordedZoneEvent(
                    Long.MAX_VALUE - would.size() + i, new UUID(0, i), Instant.EPOCH, would.get(i)));
        }
        var changes = new ArrayList<TimelineChange>();
        for (ZoneCode zone : zones(would)) {
            Timeline then = after.of(zone);
            if (then.misfit().isEmpty()) {
                changes.add(new TimelineChange(
                        names.getOrDefault(zone.value(), zone.value()),
                        days(before.of(zone), then, people, new MemberValues(people, names))));
            }
        }
        return changes;
    }

    private static List<Days> days(Timeline before, Timeline after, People people, MemberValues values) {
        var edges = new TreeSet<LocalDate>();
        before.spans().forEach(span -> edges.add(span.from()));
        after.spans().forEach(span -> edges.add(span.from()));
        var days = new ArrayList<Days>();
        for (LocalDate from : edges) {
            List<Member> members =
                    members(before.at(from).orElse(null), after.at(from).orElse(null), people, values);
            if (!members.isEmpty()) {
                days.add(new Days(words(from, edges.higher(from), people), members));
            }
        }
        return days;
    }

    private static String words(LocalDate from, @Nullable LocalDate until, People people) {
        String first = people.day(from);
        return until == null
                ? people.language().pick("from " + first, first + "起")
                : until.equals(from.plusDays(1)) ? first : first + " – " + people.day(until.minusDays(1));
    }

    private static List<Member> members(
            @Nullable ZoneState before, @Nullable ZoneState after, People people, MemberValues values) {
        var members = new ArrayList<Member>();
        for (ZoneMember member : ZoneMember.ALL) {
            Object was = before == null ? null : member.stored().apply(before);
            Object is = after == null ? null : member.stored().apply(after);
            if (!Objects.equals(was, is)) {
                members.add(new Member(
                        Vocabulary.of(member.name(), people.language()),
                        values.of(member, before),
                        values.of(member, after)));
            }
        }
        return members;
    }
}
