package org.zoneregistry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void two_processes_do_not_use_one_directory() throws Exception {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = other.inputReader()) {
            assertThat(output.readLine()).isEqualTo("locked");
            assertThatThrownBy(() -> EmbeddedPostgres.start(directory, Duration.ofMillis(200)))
                    .isInstanceOf(PostgresUnavailableException.class)
                    .hasMessageContaining("in use by process " + other.pid())
                    .hasMessageNotContaining("\n");
        } finally {
            other.destroyForcibly().onExit().get();
        }
        EmbeddedPostgres.start(directory).close();
    }

    /** Another registry that uses the directory, until it is killed. */
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] arguments) throws Exception {
            if (DataDirectory.open(Path.of(arguments[0])).tryLock()) {
                System.out.println("locked");
            }
            Thread.sleep(Duration.ofMinutes(5));
        }
    }
}
