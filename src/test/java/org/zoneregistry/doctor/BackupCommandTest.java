package org.zoneregistry.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which arguments the commands for backups take; BaseBackupTest and RestoreGuideIT test what they do. */
class BackupCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void a_backup_needs_a_directory() {
        assertThat(backup(embedded())).isEqualTo(2);
        assertThat(backup(embedded(), "--help")).isEqualTo(2);
        assertThat(said.toString(UTF_8)).startsWith("Name the directory of the backup");
    }

    @Test
    void a_backup_needs_a_running_server() {
        assertThat(backup(embedded(), directory.resolve("backup").toString())).isEqualTo(1);
        assertThat(said.toString(UTF_8)).startsWith("No server runs in ");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void your_own_server_has_its_own_tools() {
        Config settings = settings(Map.of("registry.db.url", "postgresql://db.example/registry"));
        assertThat(backup(settings, directory.resolve("backup").toString())).isEqualTo(1);
        assertThat(restore(settings, directory.toString())).isEqualTo(1);
        assertThat(said.toString(UTF_8).lines())
                .containsOnly("The registry uses your own PostgreSQL: use the tools of that server.");
    }

    @Test
    void a_restore_to_a_moment_needs_an_archive() {
        assertThat(restore(embedded(), directory.toString(), "--until", "2026-11-24 10:00+08"))
                .isEqualTo(2);
        assertThat(restore(embedded(), directory.toString(), "--timeline", "1")).isEqualTo(2);
        assertThat(restore(embedded())).isEqualTo(2);
        assertThat(said.toString(UTF_8)).contains("--until and --timeline need --wal");
    }

    @Test
    void a_restore_needs_a_backup() {
        assertThat(restore(embedded(), directory.toString())).isEqualTo(1);
        assertThat(said.toString(UTF_8)).startsWith(directory + " is not a backup");
        assertThat(directory).isEmptyDirectory();
    }

    private int backup(Config settings, String... arguments) {
        var out = new PrintStream(said, true, UTF_8);
        return BackupCommand.run(arguments, settings, out, out);
    }

    private int restore(Config settings, String... arguments) {
        var out = new PrintWriter(said, true, UTF_8);
        return RestoreCommand.run(arguments, settings, out, out);
    }

    private Config embedded() {
        return settings(Map.of("registry.data-dir", directory.resolve("data").toString()));
    }

    private static Config settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build();
    }
}
