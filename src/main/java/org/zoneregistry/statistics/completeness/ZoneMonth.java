package org.zoneregistry.statistics.completeness;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The report of a zone for a month in which it was live.
 *
 * @param type the zone's type on the deciding day; absent, like province and region, if the zone was not known on that
 *     day
 * @param entries how many entries of the month there are
 * @param wholeYearEntries how many entries of the whole year there are, which are in no month
 * @param due the last day on which the first entry is in time, in the registry's civil time zone
 * @param firstRecordedAt when the first entry of the month was recorded, even if it was corrected or withdrawn later;
 *     absent if there is none
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
