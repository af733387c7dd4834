package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that disconnect, don't read, or don't send requests, with a registry that has little memory and short
 * timeouts.
 */
@Tag("alone")
class BadClientsIT {

    private static final int ENTRIES = 12_000;
    private static final String EXPORT = "/v1/audit/export";
    private static final String PAGE = "/v1/events?limit=1000";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path directory;

    @SuppressWarnings("NullAway.Init") // set before all
    private static PackagedRegistry registry;

    @BeforeAll
    static void start() throws Exception {
        registry = Launch.embedded(directory)
                .with(
                        "-Xmx512m",
                        "-Dregistry.http.head-patience=2s",
                        "-Dregistry.http.idle-patience=4s",
                        "-Dregistry.http.take-patience=5s")
                .start();
        Zones.establish(registry, "filled");
        var lines = new StringBuilder("entryId,zone,period,direction,businessForm,value\n");
        for (int entry = 0; entry < ENTRIES; entry++) {
            lines.append("E-%d,filled,2012-01,export,bonded-processing,1.00\n".formatted(entry));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            var imported = client.send(
                    HttpRequest.newBuilder(registry.uri("/v1/imports"))
                            .header("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofString(lines.toString()))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(imported.statusCode()).as(imported.body()).isEqualTo(202);
        }
        JsonNode page = registry.getJson(PAGE);
        assertEquals(1_000, page.size());
    }

    @AfterAll
    static void stop() throws Exception {
        try (PackagedRegistry ending = registry) {
            assertThat(ending.log()).doesNotContain("OutOfMemory");
            ending.verify();
        }
    }

    @BeforeEach
    void isIdle() {
        Metrics.awaitIdle(registry, PATIENCE);
    }

    @Test
    void downloads_that_are_broken_off_take_up_nothing() throws Exception {
        for (int i = 0; i < 600; i++) {
            try (BadClient client = new BadClient(registry)) {
                client.ask(EXPORT).read(4_096);
            }
            try (BadClient client = new BadClient(registry)) {
                client.beginClosedWindows().askOnAStream(EXPORT).read(50);
            }
        }
        Metrics.awaitIdle(registry, PATIENCE);
        assertThat(registry.get("/v1/zones/filled").statusCode()).isEqualTo(200);
    }

    @Test
    void exports_that_nobody_reads_take_up_nothing_for_long() throws Exception {
        List<BadClient> clients = new ArrayList<>();
        try (Pulse pulse = Pulse.of(registry)) {
            for (int i = 0; i < 600; i++) {
                clients.add(new BadClient(registry).ask(EXPORT));
            }
            Metrics.awaitIdle(registry, PATIENCE);
            pulse.prove();
        } finally {
            clients.forEach(BadClient::close);
        }
    }

    @Test
    void a_download_that_is_read_goes_on_while_others_are_not() throws Exception {
        List<BadClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                clients.add(new BadClient(registry).ask(EXPORT));
            }
            await().atMost(PATIENCE).until(() -> registry.get(EXPORT).statusCode() == 200);
        } finally {
            clients.forEach(BadClient::close);
        }
    }

    @Test
    void pages_that_nobody_reads_take_up_nothing_for_long() throws Exception {
        List<BadClient> clients = new ArrayList<>();
        try (Pulse pulse = Pulse.of(registry)) {
            for (int i = 0; i < 2_000; i++) {
                clients.add(new BadClient(registry).ask(PAGE));
            }
            Metrics.awaitIdle(registry, PATIENCE);
            pulse.prove();
        } finally {
            clients.forEach(BadClient::close);
        }
    }

    @Test
    void what_is_asked_one_after_the_other_and_never_read_takes_up_nothing_for_long() throws Exception {
        List<BadClient> clients = new ArrayList<>();
        try (Pulse pulse = Pulse.of(registry)) {
            for (int i = 0; i < 200; i++) {
                BadClient client = new BadClient(registry);
                clients.add(client);
                for (int request = 0; request < 20; request++) {
                    client.ask("/q/metrics").ask("/openapi");
                }
            }
            for (BadClient client : clients) {
                assertThat(client.isCutWithin(15_000)).isTrue();
            }
            pulse.prove();
        } finally {
            clients.forEach(BadClient::close);
        }
    }

    @Test
    void streams_with_closed_windows_take_up_nothing_for_long() throws Exception {
        List<BadClient> clients = new ArrayList<>();
        try (Pulse pulse = Pulse.of(registry)) {
            for (int i = 0; i < 20; i++) {
                BadClient client = new BadClient(registry).beginClosedWindows();
                clients.add(client);
                for (int stream = 0; stream < 60; stream++) {
                    client.askOnAStream(stream % 3 == 0 ? EXPORT : stream % 3 == 1 ? "/openapi" : PAGE);
                }
            }
            Metrics.awaitIdle(registry, PATIENCE);
            pulse.prove();
        } finally {
            clients.forEach(BadClient::close);
        }
    }

    @Test
    void who_does_not_ask_is_cut_off() throws Exception {
        try (BadClient silent = new BadClient(registry);
                BadClient kept = new BadClient(registry).ask("/v1/zones/filled");
                BadClient slow = new BadClient(registry)) {
            assertThat(drip(slow, "GET /v1/zones HTTP/1.1\r\nHost: registry\r\nA: " + "a".repeat(200)))
                    .as("seconds, a byte every 100 ms")
                    .isLessThan(8);
            assertThat(silent.isCutWithin(8_000)).isTrue();
            assertThat(kept.isCutWithin(8_000)).isTrue();
        }
    }

    private static long drip(BadClient client, String head) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            for (int next = 0; next < head.length(); next++) {
                client.send(head.substring(next, next + 1));
                Thread.sleep(100);
            }
        } catch (IOException cut) {
            // expected
        }
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }
}
