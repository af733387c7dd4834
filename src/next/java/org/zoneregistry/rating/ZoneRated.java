package org.zoneregistry.rating;

import org.zoneregistry.zone.event.ZoneCode;

/** A zone was given a grade. */
public record ZoneRated(ZoneCode zone, String grade) {

    /** The name in the log. */
    static final String TYPE = "ZoneRated";
}
