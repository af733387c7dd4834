package org.zoneregistry.trade.read.statistics;

import io.vertx.mutiny.sqlclient.Tuple;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one array for each column, which the database unnests. Unlike rows of JSON, arrays need no parsing.
 *
 * @param <R> the source of a row
 */
final class Columns<R> {

    private final List<R> rows;
    private final Tuple arrays = Tuple.tuple();

    Columns(Collection<R> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Adds a column. */
    <V> Columns<R> with(Class<V> type, Function<R, @Nullable V> value) {
        Object array = Array.newInstance(type, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Array.set(array, i, value.apply(rows.get(i)));
        }
        arrays.addValue(array);
        return this;
    }

    /** Adds a column of values, written by their {@code toString}. */
    Columns<R> withText(Function<R, @Nullable Object> value) {
        return with(String.class, row -> {
            Object said = value.apply(row);
            return said == null ? null : said.toString();
        });
    }

    /** The parameters of the statement. */
    Tuple arrays() {
        return arrays;
    }
}
