package org.zoneregistry.testing;

import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database for one test on a real PostgreSQL, which is started once per JVM and removed at its end.
 *
 * <p>The role may create databases and extensions and end its own sessions; it is not a superuser.
 */
public record TestDatabase(String host, int port, String database, String user, String password)
        implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A database with all migrations of the class path and without rows. Takes about a tenth of a second. */
    public static TestDatabase fresh() {
        return TestServer.running().create("fresh_" + NUMBER.incrementAndGet(), TestServer.MIGRATED);
    }

    /** An empty database, without migrations. */
    public static TestDatabase empty() {
        return TestServer.running().create("empty_" + NUMBER.incrementAndGet(), "template1");
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    public String reactiveUrl() {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    /** Applies the migrations of the class path up to a version, or all for {@code latest}. */
    public void migrateTo(String version) {
        TestServer.migrate(this, version);
    }

    /** A new JDBC connection, to read or change the database without the tested code. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user, password);
    }

    /** A data source that opens a new connection each time. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Ends all other sessions of clients, like a server that shuts down. */
    public void endSessions() {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid() and backend_type = 'client backend'");
    }

    /** The number in the first row. */
    public long number(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Options for Vert.x's PostgreSQL client; a new object each time. */
    public PgConnectOptions connectOptions() {
        return new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(database)
                .setUser(user)
                .setPassword(password);
    }

    /** A pool as large as the application's; a new object each time. */
    public PoolOptions poolOptions() {
        return new PoolOptions().setMaxSize(16);
    }

    /** Ends all sessions and drops the database. Optional: the end of the JVM does it too. */
    @Override
    public void close() {
        TestServer.running().drop(database);
    }
}
