package org.zoneregistry.zone.event;

import java.time.LocalDate;

/** A zone is called otherwise. */
public record ZoneRenamed(ZoneCode zone, ZoneName name, LocalDate effectiveOn, LocalDate effectiveNotBefore)
        implements ZoneFact {

    /** @throws IllegalArgumentException if the days are the wrong way round */
    public ZoneRenamed {
        EffectiveDays.check(effectiveNotBefore, effectiveOn);
    }
}
