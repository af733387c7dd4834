package org.zoneregistry.trade.write.enterprise;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.trade.event.EnterpriseWithdrawn;
import org.zoneregistry.trade.event.TradeEvent;

/** Decides on {@link WithdrawEnterprise}: the enterprise must be registered. */
public final class WithdrawEnterpriseDecider {

    private WithdrawEnterpriseDecider() {}

    /** Accepts the withdrawal, or gives the reason for a refusal. */
    public static Decision<TradeEvent> decide(EnterpriseState state, WithdrawEnterprise command) {
        var before = state.withdrawal();
        if (before != null && before.event().reason().equals(command.reason())) {
            return Decision.alreadyRecorded(before);
        }
        var standing = state.standing();
        return standing == null
                ? Decision.reject(EnterpriseRejections.notStanding(state, command.id()))
                : Decision.accept(
                        new EnterpriseWithdrawn(command.id(), standing.event().zone(), command.reason()));
    }
}
