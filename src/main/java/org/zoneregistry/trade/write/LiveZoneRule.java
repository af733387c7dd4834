package org.zoneregistry.trade.write;

import java.time.LocalDate;
import java.util.Optional;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.timeline.Timeline;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.FactDecider;

/** The rule that trade needs a zone that exists and is live. */
public final class LiveZoneRule {

    private LiveZoneRule() {}

    /** The reason why the zone can have no trade in the period; empty if it is live on some day of the period. */
    public static Optional<Rejection> refusal(Timelines zones, ZoneCode zone, Period period) {
        return refusal(zones, zone, period.firstDay(), period.lastDay(), "on any day of " + period);
    }

    /** The reason why nothing can be recorded in the zone for the day; empty if the zone is live then. */
    public static Optional<Rejection> refusal(Timelines zones, ZoneCode zone, LocalDate day) {
        return refusal(zones, zone, day, day, "on " + day);
    }

    private static Optional<Rejection> refusal(
            Timelines zones, ZoneCode zone, LocalDate first, LocalDate last, String when) {
        Timeline timeline = zones.of(zone);
        if (timeline.facts().isEmpty()) {
            return Optional.of(FactDecider.notFound(zone));
        }
        boolean live = timeline.spans().stream().anyMatch(span -> span.state().isLive() && meets(span, first, last));
        return live
                ? Optional.empty()
                : Optional.of(Rejection.of(
                                ProblemType.ZONE_NOT_LIVE,
                                "Zone " + zone + " is not live " + when
                                        + ". Its timeline shows when it is live. Give another time or another zone,"
                                        + " or amend the zone's facts.")
                        .about("zone", zone));
    }

    private static boolean meets(Timeline.Span span, LocalDate first, LocalDate last) {
        return !span.from().isAfter(last) && (span.to() == null || span.to().isAfter(first));
    }
}
