package org.zoneregistry.projections;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;

/** A projection's tables while they are filled from nothing, beside those that are read. */
public interface EmptyTables {

    /**
     * Works on them in a transaction of its own, on whichever connection, at the same time as others. There the tables
     * have the names that they always have, what is created is created beside them, and nothing waits for the disk.
     * Fails once the tables have been given up.
     */
    <T> Uni<T> write(Function<SqlConnection, Uni<T>> work);

    /** Fills tables by COPY, on a thread that may wait; fails as {@link #write} does. */
    Uni<Void> copy(CopyWork work);

    /** Makes an index, or the index of a constraint, of the name that it has in the tables that are read. */
    Uni<Void> index(String name);

    /** Makes all that aren't there yet. */
    Uni<Void> indexAll();
}
