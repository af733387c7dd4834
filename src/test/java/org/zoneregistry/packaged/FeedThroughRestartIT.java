package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zoneregistry.feed.FeedReader;

/** A subscriber that resumes where it was disconnected has missed nothing and gets nothing twice. */
class FeedThroughRestartIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ENOUGH = 100;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Long> seen = new ArrayList<>();
    private final AtomicInteger last = new AtomicInteger();
    private String lastEventId = "0";

    @Test
    void a_feed_goes_on_after_a_kill_and_after_an_orderly_end() throws Exception {
        var _ = follow(PackagedRegistry::kill);
        var ended = follow(PackagedRegistry::close);
        ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS); // an orderly end, not a lost connection
        try (var registry = Launch.embedded(directory).start()) {
            long head = registry.getJson("/v1/events?limit=1000&after=0").size();
            try (var reader = FeedReader.follow(client, registry.uri("/v1/events"), lastEventId)) {
                send(registry);
                await().atMost(PATIENCE).until(() -> reader.lastId() > head);
                seen.addAll(reader.ids());
                assertThat(seen)
                        .isEqualTo(LongStream.rangeClosed(1, head + 1).boxed().toList());
            }
        } finally {
            client.shutdownNow();
        }
    }

    /**
     * Follows the feed while events are written, until the registry ends in the given way; returns the end of the feed.
     */
    private CompletableFuture<Void> follow(Consumer<PackagedRegistry> end) throws IOException {
        PackagedRegistry registry = Launch.embedded(directory).start();
        var reader = FeedReader.follow(client, registry.uri("/v1/events"), lastEventId);
        var writer = CompletableFuture.runAsync(() -> {
            try {
                while (true) {
                    send(registry);
                }
            } catch (IOException connectionLost) {
                // expected
            }
        });
        int before = seen.size();
        await().atMost(PATIENCE).until(() -> reader.ids().size() >= ENOUGH);
        end.accept(registry);
        writer.join();
        var ended = reader.ended();
        await().atMost(PATIENCE).until(ended::isDone);
        seen.addAll(reader.ids());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(before + ENOUGH);
        lastEventId = reader.lastEventId();
        return ended;
    }

    private void send(PackagedRegistry registry) throws IOException {
        String code = "zone-" + last.incrementAndGet();
        registry.post("/v1/zones", code, """
                {"code": "%s", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS", \
                "effectiveOn": "2010"}""".formatted(code));
    }
}
