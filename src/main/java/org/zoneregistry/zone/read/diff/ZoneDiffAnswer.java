package org.zoneregistry.zone.read.diff;

import java.util.List;

/** The differences of a zone between two points. */
public record ZoneDiffAnswer(
        Points.Point from,
        Points.Point to,
        String zone,
        ZoneDiff.Change change,
        List<ZoneDiff.Member> members,
        List<ZoneDiff.Event> events) {

    public ZoneDiffAnswer {
        members = List.copyOf(members);
        events = List.copyOf(events);
    }

    static ZoneDiffAnswer of(Points points, ZoneDiff diff) {
        return new ZoneDiffAnswer(
                points.from(), points.to(), diff.zone(), diff.change(), diff.members(), diff.events());
    }
}
