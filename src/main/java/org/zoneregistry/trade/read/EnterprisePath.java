package org.zoneregistry.trade.read;

import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.trade.event.EnterpriseId;

/** The enterprise that a path names. */
public final class EnterprisePath {

    private EnterprisePath() {}

    /**
     * The id.
     *
     * @throws ProblemException {@code enterprise-not-found}, since what is no id is no enterprise either
     */
    public static EnterpriseId id(String text) {
        try {
            return new EnterpriseId(text);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.of(
                    ProblemType.ENTERPRISE_NOT_FOUND, "No enterprise has such an id: it " + noId.getMessage() + ".");
        }
    }

    /** The tag that every event about the enterprise has in the log. */
    public static String tag(EnterpriseId enterprise) {
        return "enterprise:" + enterprise;
    }

    /** The enterprise was unknown to the prefix. */
    public static ProblemException unknown(EnterpriseId enterprise, long knownAt) {
        return Problem.of(
                        ProblemType.ENTERPRISE_NOT_FOUND,
                        "Nothing was known of an enterprise " + enterprise + " up to position " + knownAt
                                + ". POST /v1/zones/{code}/enterprises registers one.")
                .with("enterprise", enterprise.value())
                .exception();
    }
}
