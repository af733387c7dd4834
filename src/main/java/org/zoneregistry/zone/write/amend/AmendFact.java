package org.zoneregistry.zone.write.amend;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FactValues;

/**
 * Say how a recorded fact reads rightly.
 *
 * @param fact the id of the event that recorded it
 * @param effectiveOn the latest day on which it can have become true, where it is to change
 * @param effectiveNotBefore the earliest, where the days are to change
 * @param values the values that are to change
 * @param reason why
 */
public record AmendFact(
        UUID fact,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate effectiveNotBefore,
        FactValues values,
        String reason) {}
