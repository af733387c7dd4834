package org.zoneregistry.zone.write;

import java.util.UUID;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;

/**
 * The id of a fact in a path.
 *
 * @param value the id of the event that recorded the fact
 */
public record FactId(UUID value) {

    /** Reads a part of a path. A text that is not an id is treated as an unknown fact. */
    public static FactId parse(String text) {
        try {
            return new FactId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw ProblemException.of(
                    ProblemType.FACT_NOT_FOUND, "The id of a fact is a UUID; a zone's timeline lists its facts.");
        }
    }
}
