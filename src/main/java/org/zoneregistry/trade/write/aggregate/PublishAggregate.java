package org.zoneregistry.trade.write.aggregate;

import org.zoneregistry.trade.event.PublishedAggregate;

/** Records a figure that an authority published. If one with the same key was recorded before, this one revises it. */
public record PublishAggregate(PublishedAggregate aggregate) {}
