package org.zoneregistry.zone.read.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.read.Statement;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneMember;
import org.zoneregistry.zone.read.diff.ZoneDiff.Change;
import org.zoneregistry.zone.read.diff.ZoneDiff.Event;
import org.zoneregistry.zone.read.diff.ZoneDiff.Member;
import org.zoneregistry.zone.read.diff.ZoneDiff.Why;

/** Compares a zone at two points. Pure. */
final class Difference {

    private Difference() {}

    /**
     * The difference.
     *
     * @param from the zone at the first point, {@code null} if it isn't established there
     * @param to the zone at the second point
     * @param statements all statements of the longer prefix about facts that ever touched the zone, in the order of the
     *     log
     */
    static ZoneDiff of(
            ZoneCode zone, Points points, @Nullable Zone from, @Nullable Zone to, List<Statement> statements) {
        List<Member> members = members(from, to);
        Change change = from == null
                ? to == null ? Change.NONE : Change.ADDED
                : to == null ? Change.REMOVED : members.isEmpty() ? Change.NONE : Change.CHANGED;
        return new ZoneDiff(
                zone.value(), change, members, change == Change.NONE ? List.of() : events(zone, points, statements));
    }

    private static List<Member> members(@Nullable Zone from, @Nullable Zone to) {
        var members = new ArrayList<Member>();
        for (ZoneMember member : ZoneMember.ALL) {
            Object before = from == null ? null : member.shown().apply(from);
            Object after = to == null ? null : member.shown().apply(to);
            if (!Objects.equals(before, after)) {
                members.add(new Member(member.name(), before, after));
            }
        }
        return members;
    }

    /**
     * The events that cause the difference. A fact counts at a point with certain content, or does not count. If this
     * differs between the points, there are two cases. The prefixes have different content for the fact: then the
     * statements in between are the cause. Or they have the same content: then the day is the cause.
     */
    private static List<Event> events(ZoneCode zone, Points points, List<Statement> statements) {
        var stories = new HashMap<UUID, List<Statement>>();
        statements.forEach(statement -> stories.computeIfAbsent(statement.fact(), fact -> new ArrayList<>())
                .add(statement));
        long shorter = Math.min(points.from().position(), points.to().position());
        var events = new TreeMap<Long, Event>(Comparator.naturalOrder());
        for (List<Statement> story : stories.values()) {
            Statement before = latest(story, points.from().position());
            Statement after = latest(story, points.to().position());
            if (Objects.equals(counting(before, zone, points.from()), counting(after, zone, points.to()))) {
                continue;
            }
            if (Objects.equals(before, after) && after != null) {
                events.put(after.position(), event(after, Why.EFFECTIVE_BETWEEN));
            } else {
                story.stream()
                        .filter(statement -> statement.position() > shorter)
                        .forEach(statement -> events.put(statement.position(), event(statement, Why.RECORDED_BETWEEN)));
            }
        }
        return List.copyOf(events.values());
    }

    private static @Nullable Statement latest(List<Statement> story, long position) {
        Statement latest = null;
        for (Statement statement : story) {
            latest = statement.position() <= position ? statement : latest;
        }
        return latest;
    }

    private static @Nullable Statement counting(@Nullable Statement latest, ZoneCode zone, Points.Point at) {
        if (latest == null || !latest.touches(zone)) {
            return null;
        }
        ZoneFact reads = latest.reads();
        return reads == null || reads.effectiveOn().isAfter(at.validAt()) ? null : latest;
    }

    private static Event event(Statement statement, Why because) {
        ZoneFact reads = statement.reads();
        return new Event(
                statement.event(),
                statement.type().wireName(),
                statement.position(),
                statement.recordedAt(),
                statement.fact(),
                reads == null ? null : reads.effectiveOn(),
                statement.by().actor(),
                statement.by().role(),
                statement.by().reason(),
                statement.by().source(),
                statement.by().correlationId(),
                statement.by().traceId(),
                because);
    }
}
