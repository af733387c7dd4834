package org.zoneregistry.asof;

import java.util.List;
import java.util.Optional;

/**
 * The requested part of a list.
 *
 * @param point the point in time; the same for every page of a list, {@link PointInTime#NONE} for all pages of a list
 *     that is as it is now
 * @param limit how many rows at most, 1 to 1000
 * @param key the key of the last row of the previous page, from {@link Rows}; empty for the first page
 */
public record PageRequest(PointInTime point, int limit, List<String> key) {

    public PageRequest {
        key = List.copyOf(key);
    }

    /** The key of the last row that was given before, of a list whose keys have one part; empty for the first page. */
    public Optional<String> after() {
        return key.stream().findFirst();
    }

    /** The same of a list whose keys are positions of the log; 0 for the first page. */
    public long afterPosition() {
        return after().map(Long::valueOf).orElse(0L);
    }

    /** One row more than requested, which shows whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /** The rows of this page among those that were fetched. */
    public <R> List<R> page(List<R> fetched) {
        return fetched.size() > limit ? fetched.subList(0, limit) : fetched;
    }
}
