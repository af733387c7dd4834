package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/** An event about an enterprise. */
public sealed interface EnterpriseEvent extends TradeEvent permits EnterpriseRegistered, EnterpriseWithdrawn {

    /** The enterprise of the event. */
    EnterpriseId id();

    /** The zone that the enterprise is, or was, registered in. */
    ZoneCode zone();
}
