package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/** An event about an enterprise. */
public sealed interface EnterpriseEvent extends TradeEvent permits EnterpriseRegistered, EnterpriseWithdrawn {

    /** The enterprise that it is about. */
    EnterpriseId id();

    /** The zone that the enterprise is, or was, registered in. */
    ZoneCode zone();
}
