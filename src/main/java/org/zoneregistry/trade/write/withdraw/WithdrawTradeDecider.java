package org.zoneregistry.trade.write.withdraw;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeWithdrawn;
import org.zoneregistry.trade.write.EntryRejections;
import org.zoneregistry.trade.write.EntryState;

/** Decides on {@link WithdrawTrade}: the entry must count. */
public final class WithdrawTradeDecider {

    private WithdrawTradeDecider() {}

    /** Accepts the withdrawal, or gives the reason for a refusal. */
    public static Decision<TradeEvent> decide(EntryState state, WithdrawTrade command) {
        return switch (state) {
            case EntryState.Unrecorded _ -> Decision.reject(EntryRejections.notFound(command.entryId()));
            case EntryState.Withdrawn(var _, var last) ->
                last.event().reason().equals(command.reason())
                        ? Decision.alreadyRecorded(last)
                        : Decision.reject(EntryRejections.withdrawn(command.entryId()));
            case EntryState.Standing(var _, var _, var now) ->
                Decision.accept(new TradeWithdrawn(now.id(), now.zone(), command.reason()));
        };
    }
}
