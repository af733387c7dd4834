package org.zoneregistry.asof;

import java.util.List;

/**
 * The requested part of a list.
 *
 * @param point the point in time; the same for every page of a list
 * @param limit how many rows at most, 1 to 1000
 * @param after the key of the last row of the previous page, from {@link Rows}; empty for the first page
 */
public record PageRequest(PointInTime point, int limit, List<String> after) {

    public PageRequest {
        after = List.copyOf(after);
    }

    /** One row more than requested, which shows whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }
}
