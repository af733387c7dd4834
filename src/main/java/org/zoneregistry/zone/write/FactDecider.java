package org.zoneregistry.zone.write;

import java.util.UUID;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.zone.event.RecordedZoneEvent;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.timeline.Misfit;
import org.zoneregistry.zone.timeline.Timelines;

/** Decides whether a fact may be recorded: every timeline that it touches must fold with it. */
public final class FactDecider {

    private FactDecider() {}

    /**
     * Accepts the fact, finds it recorded before where it would change nothing, or names the zone and the rule that
     * stand against it.
     */
    public static Decision<ZoneEvent> decide(Timelines zones, ZoneFact fact) {
        for (ZoneCode zone : fact.zones()) {
            if (zones.of(zone).facts().isEmpty()) {
                return Decision.reject(notFound(zone));
            }
        }
        return zones.misfitWith(fact)
                .map(misfit -> Decision.<ZoneEvent>reject(rejection(misfit)))
                .orElseGet(() ->
                        zones.same(fact).map(FactDecider::alreadyRecorded).orElseGet(() -> Decision.accept(fact)));
    }

    /** What is asked for was recorded before, by that event. */
    public static Decision<ZoneEvent> alreadyRecorded(RecordedZoneEvent event) {
        return Decision.alreadyRecorded(
                new RecordedEvent<>(event.id(), event.position(), event.recordedAt(), event.event()));
    }

    /** There is no such zone. */
    public static Rejection notFound(ZoneCode zone) {
        return Rejection.of("zone-not-found", "There is no zone " + zone + ". Establish it, or mend the code.")
                .about("zone", zone);
    }

    /** A fact does not fit any more as it would be amended. */
    public static Rejection timelineConflict(Misfit misfit, UUID amended) {
        return amended.equals(misfit.fact().id())
                ? Rejection.of(
                                "timeline-conflict",
                                "So amended, the fact would not fit the timeline of zone " + misfit.zone() + ": "
                                        + misfit.detail() + ". Give what fits, or withdraw the fact, amend those that"
                                        + " stand against it, and record it anew.")
                        .about("zone", misfit.zone())
                        .about("fact", amended)
                : timelineConflict(misfit);
    }

    /** A fact that was recorded before no longer fits. */
    public static Rejection timelineConflict(Misfit misfit) {
        var fact = misfit.fact().fact();
        var rejection = Rejection.of(
                        "timeline-conflict",
                        "Then the fact of " + fact.effectiveOn() + " ("
                                + fact.getClass().getSimpleName()
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
        String code = switch (misfit.reason()) {
            case ALREADY_ESTABLISHED -> "zone-code-taken";
            case NOT_LIVE -> "zone-not-live";
            case ALREADY_COMPREHENSIVE -> "zone-already-comprehensive";
            case NOT_COMPREHENSIVE -> "zone-not-comprehensive";
            case FACILITY_HELD -> "facility-already-held";
            case FACILITY_NOT_HELD -> "facility-not-held";
        };
        String way = switch (misfit.reason()) {
            case NOT_COMPREHENSIVE -> "Convert it first; a conversion absorbs zones too.";
            case FACILITY_NOT_HELD -> "Record its commissioning first, or give a later day.";
            case ALREADY_ESTABLISHED, NOT_LIVE, ALREADY_COMPREHENSIVE, FACILITY_HELD ->
                "Give another day, or amend or withdraw the fact that makes it so; the zone's timeline lists"
                        + " its facts.";
        };
        return Rejection.of(
                        code,
                        "Zone " + misfit.zone() + " does not admit this on "
                                + misfit.fact().fact().effectiveOn() + ": " + misfit.detail() + ". " + way)
                .about("zone", misfit.zone());
    }
}
