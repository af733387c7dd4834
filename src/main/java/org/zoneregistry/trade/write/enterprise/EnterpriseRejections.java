package org.zoneregistry.trade.write.enterprise;

import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.EnterpriseId;

/** Why an enterprise can't be registered, corrected or withdrawn. */
final class EnterpriseRejections {

    private EnterpriseRejections() {}

    /** It is not registered: it never was, or it was withdrawn. */
    static Rejection notStanding(EnterpriseState state, EnterpriseId enterprise) {
        var rejection = state.withdrawal() != null
                ? Rejection.of(
                        ProblemType.ENTERPRISE_WITHDRAWN,
                        "Enterprise " + enterprise + " was withdrawn. If that was wrong, register it again.")
                : Rejection.of(
                        ProblemType.ENTERPRISE_NOT_FOUND,
                        "There is no enterprise " + enterprise + ". Register it first, or correct the id in the path.");
        return rejection.about("enterprise", enterprise);
    }

    /** It is registered with other content. */
    static Rejection contentDiffers(EnterpriseId enterprise) {
        return Rejection.of(
                        ProblemType.ENTERPRISE_CONTENT_DIFFERS,
                        "Enterprise " + enterprise
                                + " was registered with other content. Correct it, or give the other one a different"
                                + " id.")
                .about("enterprise", enterprise);
    }
}
