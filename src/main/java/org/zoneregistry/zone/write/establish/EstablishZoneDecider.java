package org.zoneregistry.zone.write.establish;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.territory.Province;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * Decides on {@link EstablishZone}: the code is free, and the province is known. A code is free as long as no fact
 * about it stands: where the establishment was withdrawn there never was a zone.
 */
public final class EstablishZoneDecider {

    private EstablishZoneDecider() {}

    /** Accepts the establishment, or says which of the two rules it breaks. */
    public static Decision<ZoneEvent> decide(Timelines zones, EstablishZone command) {
        if (Province.byIso(command.province()).isEmpty()) {
            return Decision.reject(Rejection.of(
                            ProblemType.UNKNOWN_PROVINCE,
                            "There is no province " + command.province()
                                    + ". Give its ISO 3166-2 code, such as CN-JS; GET /v1/territories lists them.")
                    .about("province", command.province()));
        }
        if (!zones.of(command.code()).facts().isEmpty()) {
            return Decision.reject(Rejection.of(
                            ProblemType.ZONE_CODE_TAKEN,
                            "The code " + command.code()
                                    + " is in use, and is not given again after a closure either. Choose another, or"
                                    + " withdraw what was recorded about the zone if it never was one.")
                    .about("zone", command.code()));
        }
        return Decision.accept(command.fact());
    }
}
