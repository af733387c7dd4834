package org.zoneregistry.trade.write.record;

import org.zoneregistry.trade.event.TradeEntry;

/** Records a statistical line of a zone's trade. */
public record RecordTrade(TradeEntry entry) {}
