package org.zoneregistry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Copies of running embedded servers. */
public final class ServerCopies {

    private ServerCopies() {}

    /** A standby that follows a server. Start it with {@link EmbeddedPostgres#start}. */
    public static EmbeddedPostgres standby(EmbeddedPostgres primary, Path from, Path to)
            throws IOException, SQLException {
        return standby(primary, primary.port(), from, to);
    }

    /**
     * Like {@link #standby(EmbeddedPostgres, Path, Path)}, but follows through another port, such as that of a relay.
     */
    public static EmbeddedPostgres standby(EmbeddedPostgres primary, int port, Path from, Path to)
            throws IOException, SQLException {
        base(from, to);
        Path cluster = to.resolve("cluster");
        Files.createFile(cluster.resolve("standby.signal"));
        Files.writeString(
                cluster.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres password=%s sslmode=disable'%n"
                        .formatted(port, primary.password("postgres")),
                StandardOpenOption.APPEND);
        return EmbeddedPostgres.start(to);
    }

    /** A base backup of a running server's data directory, without the settings of its operator. */
    public static void base(Path from, Path to) throws IOException, SQLException {
        BaseBackup.make(from, to);
        Files.deleteIfExists(to.resolve(BaseBackup.SETTINGS));
    }

    /** Queries a server as its superuser. */
    public static String ask(EmbeddedPostgres server, String question) throws SQLException {
        try (Connection connection = superuser(server);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }

    static Connection superuser(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password("postgres"));
    }
}
