package org.zoneregistry.zone.write;

import java.util.UUID;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.timeline.Misfit;
import org.zoneregistry.zone.timeline.Timelines;

/** Decides whether a fact may be recorded: every timeline that it touches must still fold. */
public final class FactDecider {

    private FactDecider() {}

    /**
     * Accepts the fact, or names the zone and the rule that it breaks. If the fact was recorded before and would change
     * nothing, the decision says so.
     */
    public static Decision<ZoneEvent> decide(Timelines zones, ZoneFact fact) {
        for (ZoneCode zone : fact.zones()) {
            if (zones.of(zone).facts().isEmpty()) {
                return Decision.reject(notFound(zone));
            }
        }
        return zones.misfitWith(fact)
                .map(misfit -> zones.recorded(fact)
                        .map(FactDecider::alreadyRecorded)
                        .orElseGet(() -> Decision.reject(rejection(misfit))))
                .orElseGet(() ->
                        zones.same(fact).map(FactDecider::alreadyRecorded).orElseGet(() -> Decision.accept(fact)));
    }

    /** The event has recorded the same before. */
    public static Decision<ZoneEvent> alreadyRecorded(RecordedZoneEvent event) {
        return Decision.alreadyRecorded(
                new RecordedEvent<>(event.id(), event.position(), event.recordedAt(), event.event()));
    }

    /** There is no such zone. */
    public static Rejection notFound(ZoneCode zone) {
        return Rejection.of(
                        ProblemType.ZONE_NOT_FOUND, "There is no zone " + zone + ". Establish it, or correct the code.")
                .about("zone", zone);
    }

    /** A fact would no longer fit after its amendment. */
    public static Rejection timelineConflict(Misfit misfit, UUID amended) {
        return amended.equals(misfit.fact().id())
                ? Rejection.of(
                                ProblemType.TIMELINE_CONFLICT,
                                "With this amendment, the fact would not fit the timeline of zone"
                                        + " " + misfit.zone() + ":"
                                        + " "
                                        + misfit.detail() + ". Change the amendment, or withdraw the fact, amend those"
                                        + " that contradict it, and record it again.")
                        .about("zone", misfit.zone())
                        .about("fact", amended)
                : timelineConflict(misfit);
    }

    /** Another recorded fact would no longer fit. */
    public static Rejection timelineConflict(Misfit misfit) {
        var fact = misfit.fact().fact();
        var rejection = Rejection.of(
                        ProblemType.TIMELINE_CONFLICT,
                        "Then the fact of " + fact.effectiveOn() + " ("
                                + fact.factType().wireName()
                                + ") would no longer fit the timeline of zone " + misfit.zone() + ": "
                                + misfit.detail() + ". Amend or withdraw that fact first.")
                .about("zone", misfit.zone());
        return misfit.fact().id() == null
                ? rejection
                : rejection.about("fact", misfit.fact().id());
    }

    private static Rejection rejection(Misfit misfit) {
        if (misfit.fact().id() != null) {
            return timelineConflict(misfit);
        }
        ProblemType type = switch (misfit.reason()) {
            case ALREADY_ESTABLISHED -> ProblemType.ZONE_CODE_TAKEN;
            case NOT_LIVE -> ProblemType.ZONE_NOT_LIVE;
            case ALREADY_COMPREHENSIVE -> ProblemType.ZONE_ALREADY_COMPREHENSIVE;
            case NOT_COMPREHENSIVE -> ProblemType.ZONE_NOT_COMPREHENSIVE;
            case FACILITY_HELD -> ProblemType.FACILITY_ALREADY_HELD;
            case FACILITY_NOT_HELD -> ProblemType.FACILITY_NOT_HELD;
        };
        String way = switch (misfit.reason()) {
            case NOT_COMPREHENSIVE -> "Convert it first; a conversion absorbs zones too.";
            case FACILITY_NOT_HELD -> "Record its commissioning first, or give a later day.";
            case ALREADY_ESTABLISHED, NOT_LIVE, ALREADY_COMPREHENSIVE, FACILITY_HELD ->
                "Give another day, or amend or withdraw the fact that causes this; the zone's timeline lists"
                        + " its facts.";
        };
        return Rejection.of(
                        type,
                        "Zone " + misfit.zone() + " does not admit this on "
                                + misfit.fact().fact().effectiveOn() + ": " + misfit.detail() + ". " + way)
                .about("zone", misfit.zone());
    }
}
