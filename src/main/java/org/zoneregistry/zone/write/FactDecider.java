package org.zoneregistry.zone.write;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.timeline.Misfit;
import org.zoneregistry.zone.timeline.Timelines;

/** Decides whether a fact may be recorded: every timeline that it touches must fold with it. */
public final class FactDecider {

    private FactDecider() {}

    /** Accepts the fact, or names the zone and the rule that stand against it. */
    public static Decision<ZoneEvent> decide(Timelines zones, ZoneFact fact) {
        for (ZoneCode zone : fact.zones()) {
            if (zones.of(zone).facts().isEmpty()) {
                return Decision.reject(notFound(zone));
            }
        }
        return zones.misfitWith(fact)
                .map(misfit -> Decision.<ZoneEvent>reject(rejection(misfit)))
                .orElseGet(() -> Decision.accept(fact));
    }

    /** There is no such zone. */
    public static Rejection notFound(ZoneCode zone) {
        return Rejection.of("zone-not-found", "There is no zone " + zone + ". Establish it first, or mend the code.")
                .about("zone", zone);
    }

    /** A fact that was recorded before, or the amendment of one, no longer fits. */
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
        return Rejection.of(
                        code,
                        "Zone " + misfit.zone() + " does not admit this on "
                                + misfit.fact().fact().effectiveOn() + ": " + misfit.detail() + ".")
                .about("zone", misfit.zone());
    }
}
