package org.zoneregistry.trade.event;

/**
 * A figure was never published. From now on its key has no figure, until one is published.
 *
 * @param reason why it was withdrawn
 */
public record AggregateWithdrawn(PublishedAggregate.Key key, String reason) implements AggregateEvent {}
