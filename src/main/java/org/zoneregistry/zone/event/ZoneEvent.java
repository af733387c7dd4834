package org.zoneregistry.zone.event;

import java.util.Set;

/** An event in the life of one or more zones: a fact, or the correction of a fact. */
public sealed interface ZoneEvent permits ZoneFact, ZoneFactAmended, ZoneFactWithdrawn {

    /** Every zone whose timeline the event touches; never empty. */
    Set<ZoneCode> zones();
}
