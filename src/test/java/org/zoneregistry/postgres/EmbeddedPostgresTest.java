package org.zoneregistry.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.UnusedServer;

@NeedsServer
class EmbeddedPostgresTest {
    @TempDir
    Path directory;

    /** Stops every server that a test leaves running in its directory, before the directory is removed. */
    @AfterEach
    void stop() throws IOException {
        Path cluster = directory.resolve("cluster");
        if (Postmaster.of(cluster).isPresent()) {
            EmbeddedPostgres.start(directory).close();
        }
    }

    @Test
    void first_start_makes_a_durable_and_checked_database() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(ask(postgres, "show server_version")).startsWith("18.");
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            try (Connection superuser = connect(postgres, "postgres", postgres.password("postgres"))) {
                assertThat(ask(superuser, "show unix_socket_directories")).isEmpty();
            }
            assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(
                            postgres,
                            "select datlocprovider::text || datlocale from pg_database where datname = 'registry'"))
                    .isEqualTo("bC.UTF-8");
        }
    }

    @Test
    void a_killed_server_is_restarted_on_its_port_with_committed_data() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(UnusedServer.in(directory))) {
            assertThat(postgres.revive()).as("it runs").isFalse();
            try (Connection connection = connect(postgres, postgres.user(), postgres.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept as select 42 as answer");
            }
            kill(Postmaster.of(directory.resolve("cluster")).orElseThrow().pid());
            assertThat(postgres.revive()).isTrue();
            assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
        }
        assertThat(Postmaster.of(directory.resolve("cluster"))).isEmpty();
    }

    @Test
    void a_server_that_was_stopped_stays_stopped() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(UnusedServer.in(directory));
        postgres.close();
        assertThat(postgres.revive()).isFalse();
        assertThat(Postmaster.of(directory.resolve("cluster"))).isEmpty();
    }

    @Test
    void the_registry_is_not_a_superuser() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(ask(postgres, "show is_superuser")).isEqualTo("off");
            assertThatThrownBy(() -> ask(postgres, "select pg_read_file('/etc/passwd')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_connection_needs_the_password() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            for (String user : List.of("registry", "registry_app", "postgres")) {
                assertThatThrownBy(() -> connect(postgres, user, "").close())
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
                assertThatThrownBy(() -> connect(postgres, user, "guessed").close())
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            for (String user : List.of("registry_app", "postgres")) {
                assertThat(postgres.password(user)).isNotEqualTo(postgres.password());
                assertThatThrownBy(() ->
                                connect(postgres, user, postgres.password()).close())
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(postgres.password()).hasSizeGreaterThanOrEqualTo(32);
            for (String file : List.of("password", "password.postgres", "password.registry_app")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void a_second_start_finds_the_data_and_the_password() throws SQLException {
        String password;
        try (EmbeddedPostgres first = EmbeddedPostgres.start(directory)) {
            password = first.password();
            remember(first, 42);
        }
        assertThat(directory.resolve("cluster/postmaster.pid")).doesNotExist();

        try (EmbeddedPostgres second = EmbeddedPostgres.start(directory)) {
            assertThat(recall(second)).isEqualTo("42");
            assertThat(second.password()).isEqualTo(password);
        }
    }

    @Test
    void a_running_server_is_used_and_stopped_by_its_next_owner() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(UnusedServer.in(directory));
        remember(first, 42);
        long pid = postmaster();
        first.detach();

        try (EmbeddedPostgres second = EmbeddedPostgres.start(directory)) {
            assertThat(postmaster()).isEqualTo(pid);
            assertThat(second.port()).isEqualTo(first.port());
            assertThat(recall(second)).isEqualTo("42");
        }
        assertThat(directory.resolve("cluster/postmaster.pid")).doesNotExist();
        assertThatThrownBy(() -> recall(first)).isInstanceOf(SQLException.class);
    }

    @Test
    void committed_rows_survive_the_kill_of_the_server() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(UnusedServer.in(directory));
        remember(killed, 42);
        long pid = postmaster();
        kill(pid);
        killed.detach();

        try (EmbeddedPostgres next = EmbeddedPostgres.start(directory)) {
            assertThat(postmaster()).isNotEqualTo(pid);
            assertThat(recall(next)).isEqualTo("42");
        }
    }

    @Test
    void a_pid_that_now_belongs_to_another_process_is_not_taken_for_the_server() throws Exception {
        EmbeddedPostgres killed = EmbeddedPostgres.start(UnusedServer.in(directory));
        remember(killed, 42);
        long pid = postmaster();
        kill(pid);
        killed.detach();
        Path lockFile = directory.resolve("cluster/postmaster.pid");
        long someoneElse = ProcessHandle.current().pid();
        Files.writeString(lockFile, Files.readString(lockFile).replaceFirst("\\d+", Long.toString(someoneElse)));

        assertThat(Postmaster.of(directory.resolve("cluster"))).isEmpty();
        try (EmbeddedPostgres next = EmbeddedPostgres.start(directory)) {
            assertThat(recall(next)).isEqualTo("42");
        }
    }

    @Test
    void an_interrupted_initialisation_is_started_again() throws Exception {
        Path half = Files.createDirectories(directory.resolve("cluster.new/base"));
        Files.writeString(half.resolveSibling("PG_VERSION"), "18\n");
        Files.writeString(half.resolve("1"), "torn");
        Files.writeString(directory.resolve("password"), "chosen-before-the-power-went\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            remember(postgres, 42);
            assertThat(recall(postgres)).isEqualTo("42");
            assertThat(directory.resolve("cluster.new")).doesNotExist();
        }
    }

    @Test
    void settings_of_the_operator_win() throws Exception {
        Files.writeString(directory.resolve("local.conf"), "work_mem = '13MB'\n");
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(UnusedServer.in(directory))) {
            assertThat(ask(postgres, "show work_mem")).isEqualTo("13MB");
        }
    }

    @Test
    void names_the_setting_that_prevents_the_start() throws IOException {
        Files.writeString(directory.resolve("local.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(UnusedServer.in(directory)))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessageContaining("doesn't start")
                .hasMessageContaining("local.conf")
                .hasMessageNotContaining("\n");
    }

    @Test
    void reports_a_data_directory_that_cannot_be_created() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data")))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessageContaining("can't be written")
                .hasMessageContaining("REGISTRY_DATA_DIR")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refuses_data_of_another_major_version() throws IOException {
        EmbeddedPostgres.start(UnusedServer.in(directory)).close();
        Files.writeString(directory.resolve("cluster/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessageContaining("PostgreSQL 17")
                .hasMessageContaining("pg_upgrade");
    }

    @Test
    void refuses_data_whose_password_is_lost() throws IOException {
        EmbeddedPostgres.start(UnusedServer.in(directory)).close();
        Files.delete(directory.resolve("password"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(directory))
                .isInstanceOf(PostgresUnavailableException.class)
                .hasMessageContaining("password");
    }

    private long postmaster() throws IOException {
        return Postmaster.of(directory.resolve("cluster")).orElseThrow().pid();
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get();
    }

    private static void remember(EmbeddedPostgres postgres, int number) throws SQLException {
        try (Connection connection = connect(postgres, postgres.user(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create table remembered as select " + number + " as n");
        }
    }

    private static String recall(EmbeddedPostgres postgres) throws SQLException {
        return ask(postgres, "select n from remembered");
    }

    private static String ask(EmbeddedPostgres postgres, String question) throws SQLException {
        try (Connection connection = connect(postgres, postgres.user(), postgres.password())) {
            return ask(connection, question);
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return String.valueOf(answer.getString(1));
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(postgres.jdbcUrl(), properties);
    }
}
