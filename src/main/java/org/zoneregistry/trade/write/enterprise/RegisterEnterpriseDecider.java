package org.zoneregistry.trade.write.enterprise;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.LiveZoneRule;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * Decides on {@link RegisterEnterprise}: an enterprise is registered once, in a zone that is live on the day. The same
 * content again is already recorded. A withdrawn enterprise can be registered again.
 */
public final class RegisterEnterpriseDecider {

    private RegisterEnterpriseDecider() {}

    /**
     * Accepts the enterprise, or finds it registered, or gives the reason for a refusal.
     *
     * @param zones all lifecycle events of the enterprise's zone
     * @param state the state of the enterprise with that id
     */
    public static Decision<TradeEvent> decide(Timelines zones, EnterpriseState state, RegisterEnterprise command) {
        Enterprise enterprise = command.enterprise();
        RecordedEvent<EnterpriseRegistered> standing = state.standing();
        if (standing != null) {
            return standing.event().enterprise().equals(enterprise)
                    ? Decision.alreadyRecorded(standing)
                    : Decision.reject(EnterpriseRejections.contentDiffers(enterprise.id()));
        }
        return LiveZoneRule.refusal(zones, enterprise.zone(), enterprise.effectiveOn())
                .map(Decision::<TradeEvent>reject)
                .orElseGet(() -> Decision.accept(new EnterpriseRegistered(enterprise)));
    }
}
