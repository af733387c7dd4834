package org.zoneregistry.trade.read;

import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.trade.event.EnterpriseId;

/** The enterprise in a path. */
public final class EnterprisePath {

    private EnterprisePath() {}

    /**
     * The id.
     *
     * @throws ProblemException {@code enterprise-not-found}, even if the text is not an id
     */
    public static EnterpriseId id(String text) {
        try {
            return new EnterpriseId(text);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.of(
                    ProblemType.ENTERPRISE_NOT_FOUND, "No enterprise has such an id: it " + noId.getMessage() + ".");
        }
    }

    /** The tag of every event about the enterprise. */
    public static String tag(EnterpriseId enterprise) {
        return "enterprise:" + enterprise;
    }

    /** The prefix does not know the enterprise. */
    public static ProblemException unknown(EnterpriseId enterprise, long knownAt) {
        return Problem.of(
                        ProblemType.ENTERPRISE_NOT_FOUND,
                        "There is no enterprise " + enterprise + " in the log up to position " + knownAt
                                + ". POST /v1/zones/{code}/enterprises registers one.")
                .with("enterprise", enterprise.value())
                .exception();
    }
}
