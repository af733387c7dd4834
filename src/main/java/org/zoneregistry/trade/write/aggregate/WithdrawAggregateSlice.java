package org.zoneregistry.trade.write.aggregate;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.trade.event.TradeEvent;

/** Wires {@link WithdrawAggregate}: the decision depends on the publications under its key. */
@Singleton
final class WithdrawAggregateSlice implements CommandSlice<WithdrawAggregate> {

    @Override
    public String name() {
        return "withdraw-aggregate";
    }

    @Override
    public Class<WithdrawAggregate> command() {
        return WithdrawAggregate.class;
    }

    @Override
    public CompletableFuture<Decision<TradeEvent>> decide(WithdrawAggregate command, Origin origin, Entities entities) {
        return entities.<AggregateBoundary, AggregateState>load(
                        AggregateState.class, new AggregateBoundary(command.key()))
                .thenApply(state -> WithdrawAggregateDecider.decide(state, command));
    }
}
