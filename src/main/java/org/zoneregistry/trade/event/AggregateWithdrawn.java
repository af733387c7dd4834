package org.zoneregistry.trade.event;

/**
 * A figure was never published: from now on there is none of its key, until one is published.
 *
 * @param reason why it was withdrawn
 */
public record AggregateWithdrawn(PublishedAggregate.Key key, String reason) implements AggregateEvent {}
