package org.zoneregistry.zone.write;

import java.util.UUID;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.zone.timeline.Timelines;

/** The reasons why a fact cannot be corrected. */
public final class CorrectionRejections {

    private CorrectionRejections() {}

    /** The rejection if no fact with that id counts: it never existed, or it was withdrawn. */
    public static Rejection notStanding(Timelines zones, UUID fact) {
        var rejection = zones.hasRecorded(fact)
                ? Rejection.of(
                        ProblemType.FACT_ALREADY_WITHDRAWN,
                        "Fact " + fact + " was withdrawn before. If that was wrong, record it again.")
                : Rejection.of(
                        ProblemType.FACT_NOT_FOUND,
                        "No event " + fact + " has recorded a fact about a zone. A zone's timeline lists its facts.");
        return rejection.about("fact", fact);
    }
}
