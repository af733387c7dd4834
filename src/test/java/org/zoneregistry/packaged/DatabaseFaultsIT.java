package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.platform.postgres.EmbeddedPostgres;

/** The database is killed, can't be reached, and has a slow disk, while commands come in: none is lost, none doubled. */
class DatabaseFaultsIT {

    /** Statuses by which a client is told to come again. */
    private static final Set<Integer> COME_AGAIN = Set.of(503);

    private static final Duration UNREACHABLE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final Load load = new Load();

    @SuppressWarnings("NullAway.Init")
    private EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private Relay relay;

    @SuppressWarnings("NullAway.Init")
    private PackagedRegistry registry;

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"));
        relay = new Relay(postgres.port());
        registry = Launch.on(
                        "postgresql://127.0.0.1:" + relay.port() + "/" + postgres.database(),
                        postgres.user(),
                        postgres.password(),
                        directory,
                        SignerKey.generate("zone-registry/faults"))
                .start();
        load.start(registry);
        load.awaitMore(100);
    }

    @AfterEach
    void end() throws Exception {
        load.stop();
        registry.close();
        relay.close();
        postgres.close();
    }

    @Test
    void whatever_happens_to_the_database_what_was_acknowledged_is_there_once() throws Exception {
        killed();
        unreachable();
        onASlowDisk();
        load.stop();
        assertThat(COME_AGAIN).containsAll(load.otherAnswers().keySet());
        load.proveNothingLostNorDoubled(registry);
    }

    private void killed() throws Exception {
        PackagedRegistry.killPostmaster(directory);
        postgres.detach();
        postgres = EmbeddedPostgres.start(directory.resolve("postgres"));
        relay.leadTo(postgres.port());
        load.awaitMore(100);
    }

    private void unreachable() throws Exception {
        relay.interrupt();
        await().atMost(UNREACHABLE.plusSeconds(5))
                .pollDelay(UNREACHABLE)
                .untilAsserted(() -> assertThat(registry.get("/q/health/ready").statusCode())
                        .as("health tells the truth")
                        .isEqualTo(503));
        assertThat(registry.get("/q/health/live").statusCode())
                .as("to start it again would help nobody")
                .isEqualTo(200);
        relay.resume();
        load.awaitMore(100);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(registry.get("/q/health/ready").statusCode()).isEqualTo(200));
    }

    /** PostgreSQL waits a tenth of a second before it writes each commit to the disk. */
    private void onASlowDisk() throws Exception {
        set("commit_delay", "100000");
        set("commit_siblings", "0");
        load.awaitMore(100);
        set("commit_delay", "0");
    }

    private void set(String name, String value) throws Exception {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set " + name + " = " + value);
            statement.execute("select pg_reload_conf()");
        }
    }
}
