package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.testing.TestDatabase;

/** A node that hangs in the middle of a step does not block others, and does no harm when it continues. */
class HungNodeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 200;

    /** The server ends the transaction of a step after 15 s of silence, that of the tree after 30 s. */
    private static final Duration TAKEOVER_LIMIT = Duration.ofSeconds(45);

    /** Transactions that wait for a silent client. */
    private static final String SILENT = """
            select count(*)
            from pg_stat_activity
            where datname = current_database() and state like 'idle in transaction%'
                and state_change < clock_timestamp() - interval '400 ms'
            """;

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static PackagedRegistry hanging;

    @SuppressWarnings("NullAway.Init")
    private static PackagedRegistry other;

    @BeforeAll
    static void start() throws IOException {
        SignerKey key = SignerKey.generate("zone-registry/hung");
        hanging = Launch.on(DATABASE, directory, key).small().begin();
        other = Launch.on(DATABASE, directory, key).small().begin();
        hanging.awaitReady();
        other.awaitReady();
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        hanging.signal("CONT"); // otherwise it couldn't end after a failed test
        other.close();
        hanging.close();
    }

    @Test
    void what_it_was_doing_another_does_and_nothing_is_done_twice() throws Exception {
        Load load = new Load();
        load.start(other);
        load.awaitMore(50);
        stopInTheMidstOfAStep();

        load.awaitMore(50);
        long last = DATABASE.number("select max(position) from event");
        await().atMost(TAKEOVER_LIMIT)
                .untilAsserted(() -> assertThat(
                                other.get("/v1/statistics/composition", "Registry-Min-Position", Long.toString(last))
                                        .statusCode())
                        .isEqualTo(200));
        await().atMost(TAKEOVER_LIMIT).until(() -> other.signed() >= last);
        load.stop();

        hanging.signal("CONT");
        await().atMost(PATIENCE).until(() -> hanging.get("/q/health/ready").statusCode() == 200);
        load.start(hanging);
        load.awaitMore(50);
        load.stop();
        load.proveNothingLostNorDoubled(hanging);
    }

    private static void stopInTheMidstOfAStep() throws Exception {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            hanging.signal("STOP");
            Thread.sleep(Duration.ofMillis(600));
            if (DATABASE.number(SILENT) > 0) {
                return;
            }
            hanging.signal("CONT");
            Thread.sleep(Duration.ofMillis(50 + attempt % 7));
        }
        throw new AssertionError("It was never stopped during a step.");
    }
}
