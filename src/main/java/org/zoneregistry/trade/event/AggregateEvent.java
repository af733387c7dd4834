package org.zoneregistry.trade.event;

/** An event about a published figure. */
public sealed interface AggregateEvent extends TradeEvent permits AggregatePublished, AggregateWithdrawn {

    /** What the figure is of. */
    PublishedAggregate.Key key();
}
