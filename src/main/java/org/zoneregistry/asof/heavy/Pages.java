package org.zoneregistry.asof.heavy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Function;
import org.zoneregistry.process.CallerContext;

/** The rows of a statement, any number of them, in batches. */
public final class Pages {

    /** How many rows are in memory at once. */
    private static final int ROWS = 500;

    private Pages() {}

    /**
     * Rows, mapped on a worker thread. The next rows are fetched on demand.
     *
     * @param connection in a transaction
     */
    public static <T> Multi<T> of(
            SqlConnection connection, String sql, Tuple arguments, Function<RowSet<Row>, T> mapping) {
        return connection
                .prepare(sql)
                .onItem()
                .transformToMulti(prepared -> pages(prepared, arguments))
                .onItem()
                .transformToUniAndConcatenate(rows -> Uni.createFrom()
                        .item(rows)
                        .emitOn(CallerContext.workers())
                        .map(mapping));
    }

    private static Multi<RowSet<Row>> pages(PreparedStatement prepared, Tuple arguments) {
        Cursor cursor = prepared.cursor(arguments);
        return Multi.createBy()
                .repeating()
                .uni(() -> cursor.read(ROWS))
                .whilst(rows -> cursor.hasMore())
                .onTermination()
                .call(() -> prepared.close().onFailure().recoverWithNull());
    }
}
