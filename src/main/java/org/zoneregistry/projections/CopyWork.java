package org.zoneregistry.projections;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** What fills tables by COPY. */
@FunctionalInterface
public interface CopyWork {

    /** Does it. */
    void fill(Copying copying) throws IOException, SQLException;

    /** Several tables can be filled at once, and others read meanwhile. */
    interface Copying {

        /** Begins to fill columns of a table; to be closed, or nothing is kept. */
        CopiedRows into(String table, String... columns) throws SQLException;

        /** A connection on which to read; the tables that are being filled have no rows yet there. */
        Connection reading() throws SQLException;
    }
}
