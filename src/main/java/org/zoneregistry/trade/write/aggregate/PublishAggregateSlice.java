package org.zoneregistry.trade.write.aggregate;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.commands.Origin;
import org.zoneregistry.commands.bus.CommandSlice;
import org.zoneregistry.commands.bus.Entities;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.trade.event.TradeEvent;

/** Wires {@link PublishAggregate}: the decision depends on the publications under its key. */
@Singleton
final class PublishAggregateSlice implements CommandSlice<PublishAggregate> {

    @Override
    public String name() {
        return "publish-aggregate";
    }

    @Override
    public Class<PublishAggregate> command() {
        return PublishAggregate.class;
    }

    @Override
    public CompletableFuture<Decision<TradeEvent>> decide(PublishAggregate command, Origin origin, Entities entities) {
        return entities.<AggregateBoundary, AggregateState>load(
                        AggregateState.class,
                        new AggregateBoundary(command.aggregate().key()))
                .thenApply(state -> PublishAggregateDecider.decide(state, command));
    }
}
