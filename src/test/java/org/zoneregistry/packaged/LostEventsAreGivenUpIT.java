package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;

/**
 * A node that keeps no checkpoint in a file has signed events that the database then loses. What it signed stays
 * binding, also after a restart, until the operator gives it up. Then nothing more is signed under its origin.
 */
class LostEventsAreGivenUpIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int KEPT = 3;
    private static final int SIGNED = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private FaultyDatabase database;

    @SuppressWarnings("NullAway.Init")
    private PackagedRegistry node;

    @BeforeEach
    void start() throws IOException {
        database = FaultyDatabase.start(directory.resolve("postgres"));
    }

    @AfterEach
    void end() throws Exception {
        node.close();
        database.close();
    }

    @Test
    void what_was_signed_stays_binding_until_it_is_given_up() throws Exception {
        SignerKey key = SignerKey.generate("registry.example/zones");
        begin(key);
        record(1, KEPT);
        await().atMost(PATIENCE).until(() -> node.signed() == KEPT);
        Path copy = directory.resolve("copy");
        database.stop();
        database.copyTo(copy);
        database.startAgain();
        String lately = record(KEPT + 1, SIGNED);
        await().atMost(PATIENCE).until(() -> node.signed() == SIGNED);
        String atThatTime = "/v1/zones?validAt=2022-12-31&knownAt=" + lately;
        await().atMost(PATIENCE)
                .until(() -> node.get(atThatTime)
                        .headers()
                        .allValues("Cache-Control")
                        .toString()
                        .contains("immutable"));

        database.stop();
        database.putBack(copy);
        isLost(atThatTime);
        await().atMost(PATIENCE)
                .until(() ->
                        database.ask("select count(*)::text from audit_halt").equals("1"));
        node.close();
        begin(key);
        isLost(atThatTime);

        node.close();
        assertThat(database.ask("select give_up_lost_events()::text")).isEqualTo("1");
        begin(key);
        record(KEPT + 1, SIGNED + 1);
        await().atMost(PATIENCE).until(() -> status("/v1/audit/proofs/consistency?from=1&to=" + (SIGNED + 1)) == 200);
        assertThat(node.signed())
                .as("nothing is signed again under that origin")
                .isEqualTo(KEPT);
        node.close();
        begin(SignerKey.generate("registry.example/zones-2"));
        await().atMost(PATIENCE).until(() -> node.signed() == SIGNED + 1);
    }

    private void begin(SignerKey key) throws IOException {
        node = database.launch(directory, key).small().begin();
        node.awaitListening();
    }

    /** Returns when the last one was recorded. */
    private String record(int from, int to) {
        var last = new String[1];
        for (int i = from; i <= to; i++) {
            String code = "zone-" + i;
            await().atMost(PATIENCE).until(() -> {
                HttpResponse<String> answer = node.post("/v1/zones", code, Zones.establishment(code));
                last[0] = answer.body().replaceAll(".*\"recordedAt\":\"([^\"]+)\".*", "$1");
                return answer.statusCode() == 201;
            });
        }
        return last[0];
    }

    private int status(String path) throws IOException {
        return node.get(path).statusCode();
    }

    private void isLost(String atThatTime) {
        List.of(
                        atThatTime,
                        "/v1/zones?validAt=2022-12-31&knownAt=" + SIGNED,
                        "/v1/timemap?of=/v1/zones",
                        "/v1/events?after=" + SIGNED,
                        "/v1/audit/export?from=" + SIGNED,
                        "/v1/audit/events/" + SIGNED,
                        "/v1/audit/proofs/inclusion?position=" + SIGNED,
                        "/v1/audit/proofs/consistency?from=1&to=" + SIGNED)
                .forEach(path -> await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(node.get(path).body()).as(path).contains("/problems/history-lost")));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(node.signed()).as("the checkpoint").isEqualTo(SIGNED));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(node.get("/q/health/ready").body()).contains("seenPosition"));
    }
}
