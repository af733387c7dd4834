package org.zoneregistry.trade.write.aggregate;

import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.platform.axon.CommandSlice;
import org.zoneregistry.platform.axon.Entities;
import org.zoneregistry.platform.command.Origin;
import org.zoneregistry.trade.event.TradeEvent;

/** Wires {@link PublishAggregate}: decided on the figure alone. */
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
        return CompletableFuture.completedFuture(PublishAggregateDecider.decide(command));
    }
}
