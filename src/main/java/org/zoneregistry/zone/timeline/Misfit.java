package org.zoneregistry.zone.timeline;

import org.zoneregistry.zone.event.ZoneCode;

/**
 * A fact that doesn't fit after the facts before it.
 *
 * @param zone the zone whose timeline it does not fit
 * @param fact the fact
 * @param reason which rule it breaks
 * @param detail the rule in words
 */
public record Misfit(ZoneCode zone, TimelineFact fact, Reason reason, String detail) {

    /** The rules of the fold. */
    public enum Reason {
        /** The zone was established before. */
        ALREADY_ESTABLISHED,
        /** The zone is not yet established, or is closed or absorbed, on that day. */
        NOT_LIVE,
        /** The zone is a comprehensive one already. */
        ALREADY_COMPREHENSIVE,
        /** Only a comprehensive zone integrates others. */
        NOT_COMPREHENSIVE,
        /** The zone holds a facility of that kind already. */
        FACILITY_HELD,
        /** The zone holds no facility of that kind. */
        FACILITY_NOT_HELD
    }
}
