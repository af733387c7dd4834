package org.zoneregistry.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Copies of running embedded servers, made like pg_basebackup, which the build does not include: PostgreSQL's
 * documentation, "Making a Base Backup Using the Low Level API".
 */
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
        base(primary, from, to);
        Path cluster = to.resolve("cluster");
        Files.createFile(cluster.resolve("standby.signal"));
        Files.writeString(
                cluster.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres password=%s sslmode=disable'%n"
                        .formatted(port, primary.password("postgres")),
                StandardOpenOption.APPEND);
        return EmbeddedPostgres.start(to);
    }

    /** A base backup of a running server's data directory. */
    public static void base(EmbeddedPostgres server, Path from, Path to) throws IOException, SQLException {
        Path cluster = to.resolve("cluster");
        Files.createDirectories(to);
        for (String password : List.of("password", "password.postgres", "password.registry_app")) {
            Files.copy(from.resolve(password), to.resolve(password));
        }
        try (Connection connection = superuser(server);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('base', true)");
            copy(from.resolve("cluster"), cluster);
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(cluster.resolve("backup_label"), stopped.getString(1));
            }
        }
    }

    /** Copies a directory with its content. */
    public static void whole(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
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

    private static Connection superuser(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password("postgres"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.copy(directory, to.resolve(from.relativize(directory)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = from.relativize(file);
                boolean isOfTheProcess =
                        relative.startsWith("pg_wal") || relative.toString().startsWith("postmaster.");
                if (!isOfTheProcess) {
                    try {
                        Files.copy(file, to.resolve(relative));
                    } catch (NoSuchFileException gone) {
                        // the log of the running server has the missing changes
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }
}
