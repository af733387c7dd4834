package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.feed.FeedReader;

/** A registry that shuts down finishes its admitted requests, even if clients follow its feed. */
class OrderlyEndIT {

    private static final String COMMAND = """
            {"code": "last", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS", \
            "effectiveOn": "2010"}""";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void a_command_that_was_being_sent_is_recorded_and_answered() throws Exception {
        PackagedRegistry registry = Launch.embedded(directory).start();
        registry.post("/v1/zones", "first", COMMAND.replace("last", "first"));
        URI uri = registry.uri("/v1/zones");
        try (HttpClient client = HttpClient.newHttpClient();
                Socket socket = new Socket(uri.getHost(), uri.getPort());
                FeedReader feed = FeedReader.follow(client, registry.uri("/v1/events"), "0")) {
            await().until(() -> feed.lastId() == 1);
            OutputStream out = socket.getOutputStream();
            int half = COMMAND.length() / 2;
            out.write(("POST /v1/zones HTTP/1.1\r\nHost: registry\r\nContent-Type: application/json\r\nContent-Length: "
                            + COMMAND.length() + "\r\nConnection: close\r\n\r\n" + COMMAND.substring(0, half))
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            await().until(() -> Metrics.value(registry, "registry_http_held_bytes") == half);
            registry.tellToEnd();
            await().atMost(Duration.ofSeconds(20)).until(() -> feed.ended().isDone());
            out.write(COMMAND.substring(half).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 201");
        }
        registry.awaitEnd();
        try (PackagedRegistry next = Launch.embedded(directory).begin()) {
            next.awaitListening();
            assertThat(next.getJson("/v1/zones/last").path("code").asText()).isEqualTo("last");
        }
    }

    @Test
    void a_registry_that_nobody_used_ends_without_complaint() throws Exception {
        PackagedRegistry registry = Launch.embedded(directory).start();
        registry.tellToEnd();
        registry.awaitEnd();
        assertThat(registry.log()).contains("zone-registry stopped").doesNotContain("ERROR");
    }
}
