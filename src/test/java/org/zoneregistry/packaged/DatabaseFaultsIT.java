package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.zoneregistry.testing.Waiting.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;

/**
 * The database is killed, stopped, unreachable, or has a slow disk, while commands arrive. No command may be lost or
 * recorded twice, and the log must report it in a few lines. {@code -Doutage.seconds=180} runs it longer.
 */
class DatabaseFaultsIT {

    /** Statuses that tell a client to retry. */
    private static final Set<Integer> RETRY_LATER = Set.of(503);

    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("outage.seconds", 30));
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The parts that log an outage: commands, reads, the tree, and each projection. */
    private static final int LOGGING_PARTS = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final Load load = new Load();
    private final List<String> noise = new ArrayList<>();
    private final PastAnswers past = new PastAnswers(RETRY_LATER::contains);

    @SuppressWarnings("NullAway.Init")
    private FaultyDatabase database;

    @SuppressWarnings("NullAway.Init")
    private PackagedRegistry registry;

    @BeforeEach
    void start() throws IOException {
        database = FaultyDatabase.start(directory.resolve("postgres"));
        registry = database.launch(directory, SignerKey.generate("zone-registry/faults"))
                .start();
        load.start(registry);
        load.awaitMore(100);
        past.watch("/v1/zones?validAt=2022-12-31&knownAt=100");
        past.start(registry);
    }

    @AfterEach
    void end() throws Exception {
        past.stop();
        load.stop();
        registry.close();
        database.close();
    }

    @Test
    void whatever_happens_to_the_database_what_was_acknowledged_is_there_once() throws Exception {
        quietly(this::killed);
        quietly(this::oneSessionKilled);
        quietly(this::stopped);
        quietly(this::unreachable);
        onASlowDisk();
        past.stop();
        load.stop();
        assertAll(
                past::proveUnchanged,
                () -> assertThat(RETRY_LATER).containsAll(load.otherAnswers().keySet()),
                () -> load.proveNothingLostNorDoubled(registry),
                () -> assertThat(noise).as("what was logged in one fault").isEmpty(),
                () -> assertThat(registry.log().lines().filter(line -> line.startsWith("\tat ")))
                        .as("stack traces")
                        .isEmpty());
    }

    private interface Fault {
        void happen() throws Exception;
    }

    /** Checks that each part logs one line at the beginning, one at the end, and one a minute between. */
    private void quietly(Fault fault) throws Exception {
        int before = registry.log().length();
        fault.happen();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(registry.get("/q/health/ready").statusCode()).isEqualTo(200));
        load.awaitMore(100);
        List<String> logged = registry.log().substring(before).lines().toList();
        if (logged.size() > LOGGING_PARTS * (3 + OUTAGE.toMinutes())) {
            noise.add(logged.size() + " lines:\n" + logged.stream().limit(40).collect(Collectors.joining("\n")));
        }
    }

    private void killed() throws Exception {
        database.killPostmaster();
        database.startAgain();
    }

    /** The server ends all sessions, and recovers. */
    private void oneSessionKilled() throws Exception {
        database.crashSession(Long.parseLong(
                database.ask("select pid from pg_stat_activity where query like '%append%' and pid <> pg_backend_pid()"
                        + " order by query_start desc limit 1")));
    }

    private void stopped() throws Exception {
        database.stop();
        healthTellsTheTruth();
        database.startAgain();
    }

    private void unreachable() throws Exception {
        database.relay().interrupt();
        healthTellsTheTruth();
        database.relay().resume();
    }

    private void healthTellsTheTruth() throws IOException {
        await().atMost(OUTAGE.plusSeconds(5))
                .pollDelay(OUTAGE)
                .untilAsserted(() -> assertThat(registry.get("/q/health/ready").statusCode())
                        .as("it isn't ready")
                        .isEqualTo(503));
        assertThat(registry.get("/q/health/live").statusCode())
                .as("a restart would not help")
                .isEqualTo(200);
    }

    /** PostgreSQL waits a tenth of a second before each commit to the disk. */
    private void onASlowDisk() throws Exception {
        set("commit_delay", "100000");
        set("commit_siblings", "0");
        load.awaitMore(100);
        set("commit_delay", "0");
    }

    private void set(String name, String value) throws Exception {
        database.execute("alter system set " + name + " = " + value);
        database.ask("select pg_reload_conf()");
    }
}
