package org.zoneregistry.trade.write.enterprise;

import java.util.Optional;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.LiveZone;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * Decides on {@link RegisterEnterprise}: an enterprise is registered once, in a zone that is live on the day. The same
 * content again is already recorded.
 */
public final class RegisterEnterpriseDecider {

    private RegisterEnterpriseDecider() {}

    /**
     * Accepts the enterprise, finds it registered, or says what stands against it.
     *
     * @param zones all lifecycle events of the enterprise's zone
     * @param registered how the enterprise of that id was registered, if it was
     */
    public static Decision<TradeEvent> decide(
            Timelines zones, Optional<RecordedEvent<EnterpriseRegistered>> registered, RegisterEnterprise command) {
        Enterprise enterprise = command.enterprise();
        if (registered.isPresent()) {
            return registered.get().event().enterprise().equals(enterprise)
                    ? Decision.alreadyRecorded(registered.get())
                    : Decision.reject(Rejection.of(
                                    "enterprise-content-differs",
                                    "Enterprise " + enterprise.id()
                                            + " was registered with other content. Mend the id.")
                            .about("enterprise", enterprise.id()));
        }
        return LiveZone.refusal(zones, enterprise.zone(), enterprise.effectiveOn())
                .map(Decision::<TradeEvent>reject)
                .orElseGet(() -> Decision.accept(new EnterpriseRegistered(enterprise)));
    }
}
