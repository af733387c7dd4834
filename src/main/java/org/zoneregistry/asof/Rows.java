package org.zoneregistry.asof;

import java.util.List;
import java.util.function.Function;

/**
 * The rows of one page.
 *
 * @param rows in the order of the list
 * @param next the key of the last row if there are more, otherwise empty
 */
public record Rows<R>(List<R> rows, List<String> next) {

    public Rows {
        rows = List.copyOf(rows);
        next = List.copyOf(next);
    }

    /**
     * Makes the page from the fetched rows.
     *
     * @param fetched up to {@link PageRequest#fetch()} rows
     * @param key the sort key of a row, at most eight parts; the next page begins after this key
     */
    public static <R> Rows<R> of(PageRequest request, List<R> fetched, Function<R, List<String>> key) {
        var rows = request.page(fetched);
        return new Rows<>(rows, rows.size() < fetched.size() ? key.apply(rows.getLast()) : List.of());
    }
}
