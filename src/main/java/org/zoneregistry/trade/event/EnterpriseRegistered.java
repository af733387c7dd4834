package org.zoneregistry.trade.event;

import org.zoneregistry.zone.event.ZoneCode;

/** An enterprise was registered in a zone. */
public record EnterpriseRegistered(Enterprise enterprise) implements EnterpriseEvent {

    @Override
    public EnterpriseId id() {
        return enterprise.id();
    }

    @Override
    public ZoneCode zone() {
        return enterprise.zone();
    }
}
