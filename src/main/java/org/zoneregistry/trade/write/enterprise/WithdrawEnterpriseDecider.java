package org.zoneregistry.trade.write.enterprise;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.trade.event.EnterpriseWithdrawn;
import org.zoneregistry.trade.event.TradeEvent;

/** Decides on {@link WithdrawEnterprise}: the enterprise is registered. */
public final class WithdrawEnterpriseDecider {

    private WithdrawEnterpriseDecider() {}

    /** Accepts the withdrawal, or says what stands against it. */
    public static Decision<TradeEvent> decide(EnterpriseState state, WithdrawEnterprise command) {
        var standing = state.standing();
        return standing == null
                ? Decision.reject(EnterpriseRejections.notStanding(state, command.id()))
                : Decision.accept(
                        new EnterpriseWithdrawn(command.id(), standing.event().zone(), command.reason()));
    }
}
