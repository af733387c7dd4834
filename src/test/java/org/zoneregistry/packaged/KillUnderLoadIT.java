package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after the application was killed, once. */
class KillUnderLoadIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SENDERS = 8;
    private static final int ENOUGH = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private static String establishment(int number) {
        return """
                {"code": "%s", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS", "effectiveOn": "2010"}""".formatted(code(number));
    }

    private static String code(int number) {
        return "zone-" + number;
    }

    @Test
    void every_acknowledged_command_is_there_once_after_kill_and_restart() throws Exception {
        Map<Integer, JsonNode> acknowledged = new ConcurrentHashMap<>();
        var last = new AtomicInteger();
        loadAndKill(PackagedRegistry::kill, acknowledged, last, ENOUGH);
        loadAndKill(PackagedRegistry::killWithDatabase, acknowledged, last, 2 * ENOUGH);
        try (PackagedRegistry registry = PackagedRegistry.start(directory, false)) {
            var positions = new TreeMap<Long, Integer>();
            for (int number = 1; number <= last.get(); number++) {
                var again = registry.post("/v1/zones", code(number), establishment(number));
                assertThat(again.statusCode()).isEqualTo(201);
                JsonNode answer = JSON.readTree(again.body());
                JsonNode before = acknowledged.get(number);
                if (before != null) {
                    assertThat(answer).isEqualTo(before);
                }
                positions.put(answer.path("position").longValue(), number);
            }
            assertThat(positions).as("every command has a position of its own").hasSize(last.get());
            assertThat(positions.firstKey()).isEqualTo(1);
            assertThat(positions.lastKey())
                    .as("no gap, nothing else in the log")
                    .isEqualTo(last.get());
        }
    }

    private void loadAndKill(Kill kill, Map<Integer, JsonNode> acknowledged, AtomicInteger last, int until)
            throws IOException {
        PackagedRegistry registry = PackagedRegistry.start(directory, false);
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 0; sender < SENDERS; sender++) {
                var _ = senders.submit(() -> send(registry, acknowledged, last));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= until);
            kill.kill(registry);
        }
    }

    /** How a process ends. */
    private interface Kill {
        void kill(PackagedRegistry registry) throws IOException;
    }

    private static void send(PackagedRegistry registry, Map<Integer, JsonNode> acknowledged, AtomicInteger last) {
        try {
            while (true) {
                int number = last.incrementAndGet();
                var answer = registry.post("/v1/zones", code(number), establishment(number));
                if (answer.statusCode() == 201) {
                    acknowledged.put(number, JSON.readTree(answer.body()));
                }
            }
        } catch (IOException connectionLost) {
            // what the kill was for: this command's outcome is unknown, and it is sent again later
        }
    }
}
