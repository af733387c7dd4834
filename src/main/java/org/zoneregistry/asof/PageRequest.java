package org.zoneregistry.asof;

import java.util.List;
import java.util.Optional;

/**
 * The requested part of a list.
 *
 * @param point the point in time; the same for every page of a list. {@link PointInTime#NONE} if the list has no point
 *     in time
 * @param limit the largest number of rows, 1 to 1000
 * @param key the key of the last row of the previous page, from {@link Rows}; empty for the first page
 */
public record PageRequest(PointInTime point, int limit, List<String> key) {

    public PageRequest {
        key = List.copyOf(key);
    }

    /** The key of the last row of the previous page, for keys with one part; empty for the first page. */
    public Optional<String> after() {
        return key.stream().findFirst();
    }

    /**
     * The position of the last row of the previous page, for keys that are positions of the log; 0 for the first page.
     */
    public long afterPosition() {
        return after().map(Long::valueOf).orElse(0L);
    }

    /** The number of rows to fetch: one more than requested, which shows whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }

    /** The fetched rows that belong to this page. */
    public <R> List<R> page(List<R> fetched) {
        return fetched.size() > limit ? fetched.subList(0, limit) : fetched;
    }
}
