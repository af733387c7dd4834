package org.zoneregistry.trade.write.record;

import org.zoneregistry.trade.event.TradeEntry;

/** Record a statistical line of a zone's trade. */
public record RecordTrade(TradeEntry entry) {}
