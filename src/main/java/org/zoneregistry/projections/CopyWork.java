package org.zoneregistry.projections;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Work that fills tables by COPY. */
@FunctionalInterface
public interface CopyWork {

    void fill(Copying copying) throws IOException, SQLException;

    /** Gives access to the tables. Several of them can be filled at once, and others read at the same time. */
    interface Copying {

        /** Begins to fill columns of a table. Close the result; otherwise nothing is kept. */
        CopiedRows into(String table, String... columns) throws SQLException;

        /** A connection for reading. It does not see rows that are being filled. */
        Connection reading() throws SQLException;
    }
}
