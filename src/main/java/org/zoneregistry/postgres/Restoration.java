package org.zoneregistry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.process.DurableFile;

/**
 * Restores an embedded server from a {@link BaseBackup}: recovers the backup beside the server's data, and then puts it
 * in their place.
 *
 * <p>Guaranteed: if the recovery fails, the server's data are as before. Otherwise what was there is in
 * {@code replaced/}, and is never deleted.
 *
 * @param archive the directory of the archived write-ahead log; null: only what the backup contains
 * @param until a time in PostgreSQL's form, the last to be restored; null: everything in the archive
 * @param timeline as in PostgreSQL's {@code recovery_target_timeline}: {@code latest}, {@code current}, or a number
 */
public record Restoration(@Nullable Path archive, @Nullable String until, String timeline) {

    private static final System.Logger LOG = System.getLogger(Restoration.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** PostgreSQL's states for a server that is starting, is stopping, or has broken the connection. */
    private static final String NOT_NOW = "(57P0|08).*";

    /**
     * The result.
     *
     * @param lastTransaction when the last transaction that was recovered was committed, or null if there was none
     * @param timeline the number of the timeline on which the server goes on
     * @param replaced what was there before, or null
     */
    public record Restored(
            @Nullable String lastTransaction,
            long timeline,
            @Nullable Path replaced) {}

    /**
     * Restores a backup. Blocks.
     *
     * @param directory of the server, which must not run; created if needed
     * @throws PostgresUnavailableException with one line that says what to do
     */
    public Restored restore(Path backup, Path directory) throws IOException, SQLException {
        if (!Files.exists(backup.resolve("cluster/backup_label"))) {
            throw new PostgresUnavailableException(backup + " is not a backup: it has no cluster/backup_label.");
        }
        DataDirectory data = DataDirectory.open(directory);
        data.lock(Duration.ZERO);
        try {
            requireStopped(data);
            Path recovering = data.root().resolve("recovering");
            Directories.delete(recovering);
            copy(backup, recovering);
            settings(data.root(), backup, recovering);
            Restored recovered = recover(recovering);
            Directories.flush(recovering); // the server has flushed only what it has changed
            Path replaced = replace(data, recovering, backup);
            return new Restored(recovered.lastTransaction(), recovered.timeline(), replaced);
        } finally {
            data.unlock();
        }
    }

    private static void requireStopped(DataDirectory data) throws IOException {
        var running = Postmaster.of(data.cluster());
        if (running.isPresent()) {
            throw new PostgresUnavailableException("PostgreSQL runs in " + data.cluster() + ": stop the registry, or"
                    + " `kill -INT " + running.get().pid() + "` if it was killed.");
        }
        if (Files.exists(data.cluster()) && Files.exists(replaced(data).resolve("cluster"))) {
            throw new PostgresUnavailableException(
                    replaced(data) + " has the data from before another restore: move it to another place.");
        }
    }

    private static Path replaced(DataDirectory data) {
        return data.root().resolve("replaced");
    }

    private static void copy(Path from, Path to) throws IOException {
        Directories.createPrivate(to);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.skip(1)::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** The recovered server archives as the restored one will, so that its timeline is known in the archive. */
    private void settings(Path current, Path backup, Path recovering) throws IOException {
        Path settings = recovering.resolve(BaseBackup.SETTINGS);
        for (Path from : new Path[] {current, backup}) {
            if (Files.exists(from.resolve(BaseBackup.SETTINGS))) {
                Files.copy(from.resolve(BaseBackup.SETTINGS), settings, StandardCopyOption.REPLACE_EXISTING);
                break;
            }
        }
        StringBuilder lines = new StringBuilder("\n")
                .append(line("restore_command", archive == null ? "false" : command(archive)))
                .append(line("recovery_target_timeline", timeline))
                .append(line("recovery_target_action", "promote"));
        if (until != null) {
            lines.append(line("recovery_target_time", until));
        }
        Files.writeString(settings, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Files.createFile(recovering.resolve("cluster/recovery.signal"));
    }

    private static String command(Path archive) {
        String quoted = archive.toAbsolutePath().normalize().toString().replace("'", "'\\''");
        return "cp '" + quoted.replace("%", "%%") + "/%f' %p";
    }

    private static String line(String name, String value) {
        return name + " = '" + value.replace("\\", "\\\\").replace("'", "''") + "'\n";
    }

    private static Restored recover(Path recovering) throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(recovering)) {
            while (Postmaster.of(recovering.resolve("cluster")).isPresent()) {
                try (Connection connection = EmbeddedPostgres.superuser(recovering, server.port());
                        Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("""
                                select pg_is_in_recovery(), pg_last_xact_replay_timestamp()::text,
                                    case when pg_is_in_recovery() then null
                                    else left(pg_walfile_name(pg_current_wal_lsn()), 8) end""")) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        return new Restored(row.getString(2), Long.parseLong(row.getString(3), 16), null);
                    }
                } catch (SQLException notNow) {
                    if (!String.valueOf(notNow.getSQLState()).matches(NOT_NOW)) {
                        throw notNow;
                    }
                    LOG.log(System.Logger.Level.DEBUG, "Recovering", notNow);
                }
                EmbeddedPostgres.pause(PAUSE);
            }
        }
        Path log = recovering.resolve("postgres.log");
        String reason = new Programs.Result(1, withoutAnswers(Files.readString(log))).lastLine();
        throw new PostgresUnavailableException("The backup can't be recovered (" + reason + "): see " + log + ".");
    }

    /** Without what the server has told clients that came too early. */
    private static String withoutAnswers(String log) {
        return log.lines()
                .filter(line -> !line.contains("the database system is "))
                .collect(Collectors.joining("\n"));
    }

    /** Interrupted between two of its steps, another restore goes on from there. */
    private static @Nullable Path replace(DataDirectory data, Path recovering, Path backup) throws IOException {
        Path replaced = replaced(data);
        boolean isThere = Files.exists(data.cluster());
        if (isThere) {
            Directories.createPrivate(replaced);
            for (String file : BaseBackup.PASSWORDS) {
                Files.copy(
                        data.root().resolve(file),
                        replaced.resolve(file),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            DurableFile.move(data.cluster(), replaced.resolve("cluster"));
        }
        for (String file : BaseBackup.PASSWORDS) {
            DurableFile.move(recovering.resolve(file), data.root().resolve(file));
        }
        Path settings = data.root().resolve(BaseBackup.SETTINGS);
        if (!Files.exists(settings) && Files.exists(backup.resolve(BaseBackup.SETTINGS))) {
            Files.copy(backup.resolve(BaseBackup.SETTINGS), settings);
        }
        DurableFile.move(recovering.resolve("cluster"), data.cluster());
        Directories.delete(recovering);
        return isThere ? replaced : null;
    }
}
