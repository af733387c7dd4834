package org.zoneregistry.zone.write.establish;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.territory.Province;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.FactDecider;

/**
 * Decides on {@link EstablishZone}: the code must be free, and the province known. A code is free while no fact about
 * it counts: after the establishment is withdrawn, there never was a zone.
 */
public final class EstablishZoneDecider {

    private EstablishZoneDecider() {}

    /** Accepts the establishment, or names the rule that it breaks. */
    public static Decision<ZoneEvent> decide(Timelines zones, EstablishZone command) {
        if (Province.byIso(command.province()).isEmpty()) {
            return Decision.reject(Rejection.of(
                            ProblemType.UNKNOWN_PROVINCE,
                            "There is no province " + command.province()
                                    + ". Give its ISO 3166-2 code, such as CN-JS; GET /v1/territories lists them.")
                    .about("province", command.province()));
        }
        if (zones.of(command.code()).facts().isEmpty()) {
            return Decision.accept(command.fact());
        }
        return zones.recorded(command.fact())
                .map(FactDecider::alreadyRecorded)
                .orElseGet(() -> Decision.reject(Rejection.of(
                                ProblemType.ZONE_CODE_TAKEN,
                                "The code " + command.code()
                                        + " is in use, and is never used for a second zone, even after a closure."
                                        + " Choose another, or withdraw all facts about the zone if they were wrong.")
                        .about("zone", command.code())));
    }
}
