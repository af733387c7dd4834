package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.audit.note.SignerKey;

/**
 * All processes of the database are killed at once, a moment after a read of the past. The same read must give the same
 * answer, or a refusal.
 *
 * <p>The server is configured so that a commit that doesn't wait for the disk is lost in each crash.
 * {@code -Drounds=50} runs it longer.
 */
class CrashUnderReaderIT {

    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final PastAnswers past = new PastAnswers(status -> status == 503);
    private int zones;
    private long head;

    @SuppressWarnings("NullAway.Init")
    private FaultyDatabase database;

    @SuppressWarnings("NullAway.Init")
    private PackagedRegistry registry;

    @BeforeEach
    void start() throws IOException {
        database = FaultyDatabase.start(
                directory.resolve("postgres"),
                "wal_writer_delay = 10s",
                "wal_writer_flush_after = 1GB",
                "bgwriter_lru_maxpages = 0",
                "autovacuum = off");
        registry = database.launch(directory, SignerKey.generate("zone-registry/crash"))
                .with("-Dregistry.audit.checkpoint-interval=1h") // it is on disk, and so is everything before it
                .small()
                .start();
    }

    @AfterEach
    void end() throws Exception {
        past.stop();
        registry.close();
        database.close();
    }

    @Test
    void the_past_is_answered_as_before_or_not_for_now() throws Exception {
        past.start(registry);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> questions = new ArrayList<>(record());
            if (round % 3 == 1) {
                rebuild("?copy=copy-" + round + "&upTo=" + head);
                questions.add("/v1/zones?validAt=2022-12-31&limit=1000&copy=copy-" + round);
            } else if (round % 3 == 2) {
                rebuild("");
            }
            for (String question : questions) {
                past.keep(registry, question);
                past.watch(question);
            }
            database.crash();
            var writer = CompletableFuture.runAsync(this::establishInTheEnd);
            database.startAgain();
            writer.join();
            for (String question : questions) {
                await().atMost(PATIENCE).until(() -> past.ask(registry, question) == 200);
            }
        }
        past.stop();
        past.proveUnchanged();
        assertThat(database.logSize()).isEqualTo(head);
        registry.verify();
    }

    /** Records zones and an entry. Returns the addresses of a past with all of them. */
    private List<String> record() throws IOException {
        for (int i = 0; i < 3; i++) {
            Zones.establish(registry, "zone-" + ++zones);
        }
        String zone = "zone-" + zones;
        HttpResponse<String> recorded =
                registry.post("/v1/zones/" + zone + "/trade", zone + "-entry", """
                {"entryId": "%s", "period": "2022-05", "direction": "export", "businessForm": "bonded-processing", \
                "value": "100.00"}""".formatted(zone));
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
        head = Long.parseLong(Zones.position(recorded));
        String at = "knownAt=" + head;
        return List.of(
                "/v1/zones?validAt=2022-12-31&limit=1000&" + at,
                "/v1/zones?validAt=2022-12-31&limit=1000&knownAt="
                        + JSON.readTree(recorded.body()).path("recordedAt").asText(),
                "/v1/zones/" + zone + "?validAt=2022-12-31&" + at,
                "/v1/zones/" + zone + "/timeline?" + at,
                "/v1/statistics/composition?validAt=2022-12-31&" + at,
                "/v1/statistics/trade?from=2022&" + at,
                "/v1/trade?zone=" + zone + "&" + at);
    }

    /** Starts a rebuild or a copy, and returns as soon as its tables are read. */
    private void rebuild(String how) throws IOException {
        HttpResponse<String> begun = registry.post("/v1/projections/registry/rebuild" + how, "rebuild-" + head, "");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String address = begun.headers().firstValue("Location").orElseThrow();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !registry.getJson(URI.create(address).getPath())
                        .path("state")
                        .asText()
                        .equals("filling"));
    }

    /** Repeats a request until it is acknowledged, as clients do. */
    private void establishInTheEnd() {
        String code = "zone-" + ++zones;
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            HttpResponse<String> answer = registry.post("/v1/zones", code, Zones.establishment(code));
            if (answer.statusCode() != 201) {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
                return false;
            }
            assertThat(Zones.position(answer)).as("no gap, and nothing lost").isEqualTo(Long.toString(++head));
            return true;
        });
    }
}
