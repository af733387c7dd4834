package org.zoneregistry.trade.event;

/** An authority published a figure; where it had published one of the same key before, this one revises it. */
public record AggregatePublished(PublishedAggregate aggregate) implements AggregateEvent {

    @Override
    public PublishedAggregate.Key key() {
        return aggregate.key();
    }
}
