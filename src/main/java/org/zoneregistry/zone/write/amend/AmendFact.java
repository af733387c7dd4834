package org.zoneregistry.zone.write.amend;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.event.FactValues;

/**
 * Gives a recorded fact new content.
 *
 * @param fact the id of the event that recorded it
 * @param effectiveOn the latest day on which it can have become true, if it changes
 * @param effectiveNotBefore the earliest, if the days change
 * @param values the values that change
 * @param reason why
 */
public record AmendFact(
        UUID fact,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate effectiveNotBefore,
        FactValues values,
        String reason) {}
