package org.zoneregistry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostmasterTest {

    @TempDir
    Path cluster;

    @ParameterizedTest
    @ValueSource(strings = {"\0\0\0\0\0", "a\nb\nc\nd\n", "99999999999999999999\n/data\n1\n5432\n"})
    void a_damaged_lock_file_is_named(String content) throws IOException {
        Files.writeString(cluster.resolve("postmaster.pid"), content.contains("\n") ? content : content + "\n\n\n");
        assertThatThrownBy(() -> Postmaster.of(cluster))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessageContaining("postmaster.pid is damaged");
        assertThatThrownBy(() -> Postmaster.forgetReusedPid(cluster)).isInstanceOf(PostgresUnavailableException.class);
        assertThat(cluster.resolve("postmaster.pid")).exists();
    }

    @Test
    void a_lock_file_of_a_process_that_has_ended_is_ignored() throws IOException {
        Files.writeString(cluster.resolve("postmaster.pid"), Integer.MAX_VALUE + "\n/data\n1\n5432\n");
        assertThat(Postmaster.of(cluster)).isEmpty();
    }
}
