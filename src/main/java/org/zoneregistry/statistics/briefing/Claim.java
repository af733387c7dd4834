package org.zoneregistry.statistics.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim, and what comes of it here.
 *
 * @param claim its name
 * @param definition what is computed
 * @param unit of the figure, of what was stated and of the difference
 * @param value the figure; absent if there is none
 * @param reason why there is none: what is not in the data; absent if there is one
 * @param stated what was stated, as it was; absent if nothing was, or for another year
 * @param difference the figure less what was stated, if that is one number
 * @param basis what it was computed from: {@code zones}, {@code entries} or {@code published}
 * @param entries how many entries of the zones concerned there are for the period
 * @param coverage the sum of those over the published total; absent if nothing was published, or for counts
 * @param published the published figures that were looked at, with their sources
 * @param note what has to be known to read the figure
 * @param query the request that gives it, or what it is computed from
 * @param position the prefix that it was computed from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Claim(
        String claim,
        String definition,
        String unit,
        @Nullable String value,
        @Nullable String reason,
        @Nullable String stated,
        @Nullable String difference,
        String basis,
        @Nullable Long entries,
        @Nullable String coverage,
        List<String> published,
        @Nullable String note,
        String query,
        long position) {

    public Claim {
        published = List.copyOf(published);
        if ((value == null) == (reason == null)) {
            throw new IllegalArgumentException("A claim has either a figure or a reason why it has none.");
        }
    }
}
