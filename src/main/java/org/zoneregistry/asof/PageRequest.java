package org.zoneregistry.asof;

import java.util.List;

/**
 * Which part of a list to give.
 *
 * @param point the point in time; the same for every page of a list
 * @param limit how many rows at most, 1 to 1000
 * @param after the key of the last row that was given before, as {@link Rows} had it; empty for the first page
 */
public record PageRequest(PointInTime point, int limit, List<String> after) {

    public PageRequest {
        after = List.copyOf(after);
    }

    /** One row more than asked for, which tells whether there is a next page. */
    public int fetch() {
        return limit + 1;
    }
}
