package org.zoneregistry.projections.rebuild;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.zoneregistry.projections.CopiedRows;
import org.zoneregistry.projections.CopyWork;

/**
 * COPY by the JDBC driver, because the reactive client does not support it. Tables that are filled one after the other
 * share a connection; tables that are filled at once have one each. Each connection has a transaction on the
 * generation. They are committed at the end, one after the other; after a failure the generation is dropped.
 */
final class JdbcCopying implements CopyWork.Copying {

    private static final int BUFFER = 1 << 16;

    private final DataSource database;
    private final String entering;
    private final List<Connection> connections = new ArrayList<>();
    private final Map<Connection, PGCopyOutputStream> copies = new HashMap<>();

    private JdbcCopying(DataSource database, String entering) {
        this.database = database;
        this.entering = entering;
    }

    /** @param entering the statements by which a transaction begins to work on the generation */
    static void run(DataSource database, String entering, CopyWork work) throws IOException, SQLException {
        var copying = new JdbcCopying(database, entering);
        boolean done = false;
        try {
            work.fill(copying);
            for (Connection connection : copying.connections) {
                connection.commit();
            }
            done = true;
        } finally {
            copying.release(done);
        }
    }

    @Override
    public CopiedRows into(String table, String... columns) throws SQLException {
        try {
            Connection connection = free();
            var out = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class),
                    "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)",
                    BUFFER);
            copies.put(connection, out);
            return new CopiedRows(out, columns.length);
        } catch (IOException failed) {
            throw new SQLException(failed);
        }
    }

    /**
     * Reuses connections: several pieces of work with a connection for each table could wait for each other's
     * connections.
     */
    private Connection free() throws SQLException {
        for (Map.Entry<Connection, PGCopyOutputStream> copy : copies.entrySet()) {
            if (!copy.getValue().isActive()) {
                return copy.getKey();
            }
        }
        return reading();
    }

    @Override
    public Connection reading() throws SQLException {
        Connection connection = database.getConnection();
        connections.add(connection);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(entering);
        }
        return connection;
    }

    /** A connection with an unfinished copy can't be used for other statements. */
    private void release(boolean done) throws SQLException {
        SQLException failure = null;
        for (Connection connection : connections) {
            try (connection) {
                if (done) {
                    connection.setAutoCommit(true);
                } else {
                    connection.abort(Runnable::run);
                }
            } catch (SQLException failed) {
                if (failure != null) {
                    failed.addSuppressed(failure);
                }
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
