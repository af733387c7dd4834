package org.zoneregistry.statistics.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim, and its computed figure.
 *
 * @param claim its name
 * @param definition what is computed
 * @param unit of the figure, of the stated value and of the difference
 * @param value the figure; absent if there is none
 * @param reason why there is none: which data are missing; absent if there is one
 * @param stated the stated value, unchanged; absent if there is none, or for another year
 * @param difference the figure less the stated value, if that is one number
 * @param basis what it was computed from: {@code zones}, {@code entries} or {@code published}
 * @param entries how many entries of the zones concerned there are for the period
 * @param coverage the sum of those over the published total; absent if nothing was published, or for counts
 * @param published the published figures that were used, with their sources
 * @param note a remark for readers of the figure
 * @param query the request that gives it, or its inputs
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
