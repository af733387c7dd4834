package org.zoneregistry.zone.read;

import org.zoneregistry.asof.PointInTime;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.zone.event.ZoneCode;

/** The zone in a path. */
public final class ZonePath {

    private ZonePath() {}

    /**
     * The code.
     *
     * @throws ProblemException {@code zone-not-found}, even if the text is not a code
     */
    public static ZoneCode code(String text) {
        try {
            return new ZoneCode(text);
        } catch (IllegalArgumentException noCode) {
            throw ProblemException.of(ProblemType.ZONE_NOT_FOUND, String.valueOf(noCode.getMessage()));
        }
    }

    /** The prefix does not know the zone. */
    public static ProblemException unknown(ZoneCode zone, long knownAt) {
        return Problem.of(
                        ProblemType.ZONE_NOT_FOUND,
                        "There is no zone " + zone + " in the log up to position " + knownAt
                                + ". GET /v1/zones lists the known zones.")
                .with("zone", zone.value())
                .exception();
    }

    /** The prefix does not know the zone, or the zone was not yet established on the day. */
    public static ProblemException notEstablished(ZoneCode zone, PointInTime point) {
        return Problem.of(
                        ProblemType.ZONE_NOT_FOUND,
                        "No zone " + zone + " was established by " + point.validAt() + ", as known up to position "
                                + point.knownAt().position()
                                + ". Its timeline, if it has one, says when it was.")
                .with("zone", zone.value())
                .exception();
    }
}
