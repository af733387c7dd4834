package org.zoneregistry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.postgres.Restoration.Restored;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.UnusedServer;

/** Backups of a running server, and restores from them. */
@NeedsServer
class BaseBackupTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private Path data = Path.of("");
    private Path backup = Path.of("");
    private Path archive = Path.of("");

    @BeforeEach
    void a_server_with_an_archive_whose_name_needs_quotes() throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        backup = directory.resolve("backup");
        archive = Files.createDirectory(directory.resolve("50% of 'all'"));
        UnusedServer.in(data);
        Files.writeString(
                data.resolve("local.conf"), """
                archive_mode = on
                archive_library = 'basic_archive'
                basic_archive.archive_directory = '%s'
                """.formatted(archive.toString().replace("'", "''")));
    }

    @Test
    void a_backup_restores_what_was_committed_before_it_while_others_write() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            execute(server, "create table kept as select generate_series(1, 100000) as n");
            Thread writer = Thread.ofVirtual().start(() -> writeMuch(server));
            BaseBackup.make(data, backup);
            writer.join();
        }
        assertThat(backup.resolveSibling("backup.new")).doesNotExist();
        for (Path secret : new Path[] {backup, backup.resolve("cluster"), backup.resolve("password.postgres")}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .as("%s", secret)
                    .endsWith("------");
        }

        Path elsewhere = directory.resolve("elsewhere");
        Restored restored = new Restoration(null, null, "latest").restore(backup, elsewhere);
        assertThat(restored.replaced()).isNull();
        assertThat(restored.timeline()).as("never that of the backed up server").isEqualTo(2);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(elsewhere)) {
            assertThat(ServerCopies.ask(server, "select count(*) from kept where n <= 100000"))
                    .isEqualTo("100000");
            assertThat(ServerCopies.ask(server, "select count(*) from pg_replication_slots"))
                    .isEqualTo("0");
            assertThat(ServerCopies.ask(server, "show archive_mode"))
                    .as("the settings come with the backup")
                    .isEqualTo("on");
        }
    }

    @Test
    void the_archive_restores_everything_or_the_past_and_what_was_there_is_kept() throws Exception {
        String moment;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            execute(server, "create table kept as select 1 as n");
            BaseBackup.make(data, backup);
            execute(server, "insert into kept values (2)");
            moment = ServerCopies.ask(server, "select clock_timestamp()::text");
            execute(server, "insert into kept values (3)");
        } // an orderly end archives everything

        Restored past = restore(moment, "latest");
        assertThat(past.timeline()).isEqualTo(2);
        assertThat(past.lastTransaction()).isNotNull();
        assertThat(numbers()).isEqualTo("1,2");
        assertThat(data.resolve("replaced/cluster/PG_VERSION")).exists();

        assertThatThrownBy(() -> restore(null, "1"))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessageContaining("before another restore");
        Files.move(data.resolve("replaced"), directory.resolve("kept elsewhere"));

        Restored everything = restore(null, "1");
        assertThat(everything.timeline()).isEqualTo(3);
        assertThat(numbers()).isEqualTo("1,2,3");
    }

    @Test
    void a_restore_that_fails_leaves_the_data_alone() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            execute(server, "create table kept as select 1 as n");
            BaseBackup.make(data, backup);
            execute(server, "insert into kept values (2)");
            assertThatThrownBy(() -> restore(null, "latest"))
                    .isInstanceOf(PostgresUnavailableException.class)
                    .hasMessageContaining("PostgreSQL runs in");
        }
        assertThatThrownBy(() -> restore("2999-01-01", "latest"))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessageContaining("recovery ended before configured recovery target was reached");
        assertThatThrownBy(() -> new Restoration(null, null, "latest").restore(archive, data))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessageContaining("is not a backup");
        assertThat(numbers()).isEqualTo("1,2");
    }

    @Test
    void a_backup_overwrites_nothing_and_needs_a_running_server() throws Exception {
        assertThatThrownBy(() -> BaseBackup.make(data, backup))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessageContaining("No server runs in");
        Files.createDirectory(backup);
        Files.writeString(backup.resolve("mine"), "mine");
        EmbeddedPostgres server = EmbeddedPostgres.start(data);
        try (server) {
            assertThatThrownBy(() -> BaseBackup.make(data, backup))
                    .isInstanceOf(PostgresUnavailableException.class)
                    .hasMessageContaining("has files already");
        }
    }

    private Restored restore(@Nullable String until, String timeline) throws IOException, SQLException {
        return new Restoration(archive, until, timeline).restore(backup, data);
    }

    private String numbers() throws SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(data)) {
            return ServerCopies.ask(server, "select string_agg(n::text, ',' order by n) from kept");
        }
    }

    private static void writeMuch(EmbeddedPostgres server) {
        try {
            for (int i = 0; i < 20; i++) {
                execute(server, "insert into kept select generate_series(200000, 220000)");
                execute(server, "checkpoint");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = ServerCopies.superuser(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
