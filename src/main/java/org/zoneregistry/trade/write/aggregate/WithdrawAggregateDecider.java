package org.zoneregistry.trade.write.aggregate;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.AggregateWithdrawn;
import org.zoneregistry.trade.event.TradeEvent;

/** Decides on {@link WithdrawAggregate}: the figure must be published. */
public final class WithdrawAggregateDecider {

    private WithdrawAggregateDecider() {}

    /** Accepts the withdrawal, or gives the reason for a refusal. */
    public static Decision<TradeEvent> decide(AggregateState state, WithdrawAggregate command) {
        if (state.standing() != null) {
            return Decision.accept(new AggregateWithdrawn(command.key(), command.reason()));
        }
        var before = state.withdrawal();
        if (before != null && before.event().reason().equals(command.reason())) {
            return Decision.alreadyRecorded(before);
        }
        var rejection = before != null
                ? Rejection.of(
                        ProblemType.AGGREGATE_WITHDRAWN,
                        "The figure " + command.key() + " was withdrawn. If that was wrong, publish it again.")
                : Rejection.of(
                        ProblemType.AGGREGATE_NOT_FOUND,
                        "There is no figure " + command.key() + ". GET /v1/aggregates lists the published figures.");
        return Decision.reject(rejection.about("aggregate", command.key()));
    }
}
