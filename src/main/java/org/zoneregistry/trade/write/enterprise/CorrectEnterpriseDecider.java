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
 * Decides on {@link CorrectEnterprise}: the enterprise must be registered. If its zone or day changes, the new zone
 * must be live on that day. The enterprise is withdrawn and registered again in one step. If it has this content
 * already, it was corrected before.
 */
public final class CorrectEnterpriseDecider {

    private CorrectEnterpriseDecider() {}

    /**
     * Accepts the correction, or finds that the enterprise has this content already, or gives the reason for a refusal.
     *
     * @param zones all lifecycle events of the new zone; none if neither zone nor day changes
     * @param state the state of the enterprise
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

    /** Whether the decision depends on the new zone. */
    static boolean needsZone(Enterprise now, CorrectEnterprise command) {
        return (command.zone() != null && !command.zone().equals(now.zone()))
                || (command.effectiveOn() != null && !command.effectiveOn().equals(now.effectiveOn()));
    }
}
