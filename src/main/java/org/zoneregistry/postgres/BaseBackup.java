package org.zoneregistry.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zoneregistry.process.DurableFile;

/**
 * A base backup of an embedded server, made while the server runs: its cluster, the write-ahead log that makes the copy
 * consistent, and the files beside the cluster. The embedded PostgreSQL has no {@code pg_basebackup}. This does the
 * same by PostgreSQL's low-level API (PostgreSQL 18, section 25.3.4).
 *
 * <p>Guaranteed: a directory with the backup's name is complete and on disk. It has every transaction that was
 * committed before the backup began. Only the owner can read it.
 */
public final class BaseBackup {

    /** The settings of the operator, beside the cluster. */
    static final String SETTINGS = "local.conf";

    /** The passwords of the cluster's roles, beside the cluster. */
    static final List<String> PASSWORDS = List.of("password", "password.postgres", "password.registry_app");

    /** A restored server makes their content anew; the write-ahead log is copied last. */
    private static final Set<Path> LEFT_EMPTY = Set.of(
            Path.of("pg_dynshmem"),
            Path.of("pg_notify"),
            Path.of("pg_replslot"),
            Path.of("pg_serial"),
            Path.of("pg_snapshots"),
            Path.of("pg_stat_tmp"),
            Path.of("pg_subtrans"),
            Path.of("pg_wal"));

    /** A temporary slot keeps the write-ahead log until the connection ends. */
    private static final String KEEP_LOG =
            "select pg_create_physical_replication_slot('registry_backup_' || pg_backend_pid(), true, true)";

    private static final Pattern FIRST_SEGMENT = Pattern.compile("\\(file ([0-9A-F]{24})\\)");

    private BaseBackup() {}

    /**
     * Makes a backup. Blocks.
     *
     * @param server the directory of a running server
     * @param target is created; an empty directory is replaced
     * @throws PostgresUnavailableException if no server runs there, or the target has files already
     */
    public static void make(Path server, Path target) throws IOException, SQLException {
        Path cluster = server.resolve("cluster");
        Postmaster running = Postmaster.of(cluster)
                .filter(found -> found.status() == Postmaster.Status.READY)
                .orElseThrow(() -> new PostgresUnavailableException(
                        "No server runs in " + cluster + ": start the registry, or copy its whole data directory."));
        Path made = target.resolveSibling(target.getFileName() + ".new");
        requireEmpty(target);
        Directories.delete(made);
        Directories.createPrivate(made);
        for (String file :
                Stream.concat(PASSWORDS.stream(), Stream.of(SETTINGS)).toList()) {
            if (Files.exists(server.resolve(file))) {
                Files.copy(server.resolve(file), made.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        try (Connection connection = EmbeddedPostgres.superuser(server, running.port());
                Statement statement = connection.createStatement()) {
            statement.execute(KEEP_LOG);
            statement.execute("select pg_backup_start('registry', true)");
            copy(cluster, made.resolve("cluster"));
            String label = ask(statement, "select labelfile from pg_backup_stop(false)");
            Files.writeString(made.resolve("cluster/backup_label"), label);
            copyLog(cluster, made.resolve("cluster"), label, statement);
        }
        Directories.flush(made);
        DurableFile.move(made, target);
    }

    private static void requireEmpty(Path target) throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> files = Files.list(target)) {
                if (files.findAny().isPresent()) {
                    throw new PostgresUnavailableException(target + " has files already: name another directory.");
                }
            }
        }
    }

    /** Copies the segments from the start of the backup up to the current one. Those after its end do no harm. */
    private static void copyLog(Path from, Path to, String label, Statement statement)
            throws IOException, SQLException {
        Matcher first = FIRST_SEGMENT.matcher(label);
        if (!first.find()) {
            throw new IOException("the label of the backup names no segment: " + label);
        }
        String last = ask(statement, "select pg_walfile_name(pg_current_wal_insert_lsn())");
        try (Stream<Path> segments = Files.list(from.resolve("pg_wal"))) {
            for (Path segment : (Iterable<Path>) segments::iterator) {
                String name = segment.getFileName().toString();
                if (name.matches("[0-9A-F]{24}") && name.compareTo(first.group(1)) >= 0 && name.compareTo(last) <= 0) {
                    Files.copy(segment, to.resolve("pg_wal").resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static String ask(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return String.valueOf(answer.getString(1));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path relative = from.relativize(directory);
                if (isTemporary(directory)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.copy(directory, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
                return LEFT_EMPTY.contains(relative) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = from.relativize(file);
                if (!relative.toString().startsWith("postmaster.") && !isTemporary(file)) {
                    try {
                        Files.copy(file, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
                    } catch (NoSuchFileException removed) {
                        // the write-ahead log has what became of it
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

    private static boolean isTemporary(Path file) {
        return file.getFileName().toString().startsWith("pgsql_tmp");
    }
}
