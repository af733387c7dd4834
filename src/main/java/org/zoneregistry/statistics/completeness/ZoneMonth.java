package org.zoneregistry.statistics.completeness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a zone has reported of a month in which it was live.
 *
 * @param type the zone's type on the day that counts; absent where it was not known on it, as are province and region
 * @param entries how many entries of the month there are
 * @param wholeYearEntries how many there are of the year as a whole, which are in no month
 * @param due the last day on which the first entry is in time, in the registry's civil time zone
 * @param firstRecordedAt when the first entry of the month was recorded, whatever became of it later; absent if none
 *     was
 * @param firstPosition the position of that event
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZoneMonth(
        String zone,
        String month,
        @Nullable String type,
        @Nullable String province,
        @Nullable String region,
        Reporting reporting,
        long entries,
        long wholeYearEntries,
        LocalDate due,
        @Nullable Instant firstRecordedAt,
        @Nullable Long firstPosition) {}
