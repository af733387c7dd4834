package org.zoneregistry.trade.write.enterprise;

import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.EnterpriseId;

/** Why an enterprise cannot be registered, corrected or withdrawn. */
final class EnterpriseRejections {

    private EnterpriseRejections() {}

    /** It is not registered: it never was, or it was withdrawn. */
    static Rejection notStanding(EnterpriseState state, EnterpriseId enterprise) {
        var rejection = state.isWithdrawn()
                ? Rejection.of(
                        ProblemType.ENTERPRISE_WITHDRAWN,
                        "Enterprise " + enterprise + " was withdrawn. Register it anew if it is one after all.")
                : Rejection.of(
                        ProblemType.ENTERPRISE_NOT_FOUND,
                        "There is no enterprise " + enterprise + ". Register it first, or mend the id in the path.");
        return rejection.about("enterprise", enterprise);
    }

    /** It is registered otherwise. */
    static Rejection contentDiffers(EnterpriseId enterprise) {
        return Rejection.of(
                        ProblemType.ENTERPRISE_CONTENT_DIFFERS,
                        "Enterprise " + enterprise
                                + " was registered with other content. Correct it, or give the other one an id"
                                + " of its own.")
                .about("enterprise", enterprise);
    }
}
