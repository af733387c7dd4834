package org.zoneregistry.rating;

import org.zoneregistry.zone.event.ZoneCode;

/** Gives a zone a grade. */
record RateZone(ZoneCode zone, String grade) {}
