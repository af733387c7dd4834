package org.zoneregistry.trade.write.enterprise;

import org.zoneregistry.trade.event.Enterprise;

/** Records that an enterprise is in a zone. */
public record RegisterEnterprise(Enterprise enterprise) {}
