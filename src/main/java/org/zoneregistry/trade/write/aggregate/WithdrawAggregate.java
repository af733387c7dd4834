package org.zoneregistry.trade.write.aggregate;

import org.zoneregistry.trade.event.PublishedAggregate;

/**
 * Say that a figure was never published, in none of its revisions.
 *
 * @param reason why it is withdrawn
 */
public record WithdrawAggregate(PublishedAggregate.Key key, String reason) {}
