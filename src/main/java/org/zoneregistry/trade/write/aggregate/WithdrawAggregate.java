package org.zoneregistry.trade.write.aggregate;

import org.zoneregistry.trade.event.PublishedAggregate;

/**
 * Withdraws a figure that was never published, with all its revisions.
 *
 * @param reason why it is withdrawn
 */
public record WithdrawAggregate(PublishedAggregate.Key key, String reason) {}
