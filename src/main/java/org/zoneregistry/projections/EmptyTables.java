package org.zoneregistry.projections;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/** New tables of a projection, which are filled beside the live tables. */
public interface EmptyTables {

    /**
     * Runs work in a transaction of its own, on any connection, possibly at the same time as other work. In it the
     * tables have their usual names, new relations are created beside them, and the commit does not wait for the disk.
     * Fails after the tables have been given up.
     */
    <T> Uni<T> write(Function<SqlConnection, Uni<T>> work);

    /** Fills tables by COPY, on a thread that may block. Fails like {@link #write}. */
    Uni<Void> copy(CopyWork work);

    /** Makes an index, or the index of a constraint. The name is that in the live tables. */
    Uni<Void> index(String name);

    /** Makes all indexes that are missing. */
    Uni<Void> indexAll();
}
