package org.zoneregistry.trade.event;

/** An authority published a figure. If it had published one with the same key before, this one revises it. */
public record AggregatePublished(PublishedAggregate aggregate) implements AggregateEvent {

    @Override
    public PublishedAggregate.Key key() {
        return aggregate.key();
    }
}
