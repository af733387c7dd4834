package org.zoneregistry.trade.write.enterprise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.EnterpriseWithdrawn;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.LiveZoneRule;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * Decides on {@link CorrectEnterprise}: the enterprise is registered, and where it is to be in another zone or from
 * another day on, that zone is live on that day. It is withdrawn and registered anew in one step. One that reads so
 * already was corrected before.
 */
public final class CorrectEnterpriseDecider {

    private CorrectEnterpriseDecider() {}

    /**
     * Accepts the correction, finds that the enterprise reads so already, or says what stands against it.
     *
     * @param zones all lifecycle events of the zone that the enterprise is to be in; of none, where neither zone nor
     *     day changes
     * @param state what is known of the enterprise
     */
    public static Decision<TradeEvent> decide(Timelines zones, EnterpriseState state, CorrectEnterprise command) {
        var standing = state.standing();
        if (standing == null) {
            return Decision.reject(EnterpriseRejections.notStanding(state, command.id()));
        }
        Enterprise now = standing.event().enterprise();
        LocalDate notBefore = command.effectiveNotBefore();
        if (command.effectiveOn() == null && notBefore != null && notBefore.isAfter(now.effectiveOn())) {
            return Decision.reject(Rejection.invalid(
                    "/effectiveNotBefore", "must not be after the enterprise's effectiveOn, " + now.effectiveOn()));
        }
        Enterprise corrected = command.applyTo(now);
        if (corrected.equals(now)) {
            return Decision.alreadyRecorded(standing);
        }
        Optional<Rejection> refusal = needsZone(now, command)
                ? LiveZoneRule.refusal(zones, corrected.zone(), corrected.effectiveOn())
                : Optional.empty();
        return refusal.map(Decision::<TradeEvent>reject)
                .orElseGet(() -> Decision.acceptAll(List.of(
                        new EnterpriseWithdrawn(now.id(), now.zone(), command.reason()),
                        new EnterpriseRegistered(corrected))));
    }

    /** Whether the zone that the enterprise is to be in has a part in the decision. */
    static boolean needsZone(Enterprise now, CorrectEnterprise command) {
        return (command.zone() != null && !command.zone().equals(now.zone()))
                || (command.effectiveOn() != null && !command.effectiveOn().equals(now.effectiveOn()));
    }
}
