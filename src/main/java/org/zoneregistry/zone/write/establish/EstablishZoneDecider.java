package org.zoneregistry.zone.write.establish;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.territory.Province;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.timeline.Timelines;

/** Decides on {@link EstablishZone}: the code is unused for ever, and the province is known. */
public final class EstablishZoneDecider {

    private EstablishZoneDecider() {}

    /** Accepts the establishment, or says which of the two rules it breaks. */
    public static Decision<ZoneEvent> decide(Timelines zones, EstablishZone command) {
        if (Province.byIso(command.province()).isEmpty()) {
            return Decision.reject(Rejection.of(
                            "unknown-province",
                            "There is no province " + command.province()
                                    + ". Give its ISO 3166-2 code, such as CN-JS; GET /v1/territories lists them.")
                    .about("province", command.province()));
        }
        if (zones.hasSeen(command.code())) {
            return Decision.reject(Rejection.of(
                            "zone-code-taken",
                            "The code " + command.code()
                                    + " is or was in use, and codes are never reused. Choose another.")
                    .about("zone", command.code()));
        }
        return Decision.accept(command.fact());
    }
}
