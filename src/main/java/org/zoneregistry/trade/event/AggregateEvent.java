package org.zoneregistry.trade.event;

/** An event about a published figure. */
public sealed interface AggregateEvent extends TradeEvent permits AggregatePublished, AggregateWithdrawn {

    /** The key of the figure. */
    PublishedAggregate.Key key();
}
