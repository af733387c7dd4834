package org.zoneregistry.trade.write.aggregate;

import org.zoneregistry.trade.event.PublishedAggregate;

/** Record a figure that an authority published; where one of the same key was recorded before, this one revises it. */
public record PublishAggregate(PublishedAggregate aggregate) {}
