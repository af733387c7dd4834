package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends random requests within the limits of HTTP. Every answer must agree with its description, none may be a server
 * error, and nothing acknowledged may be lost. {@code -Dfuzz.seed} repeats the same requests, {@code -Dfuzz.requests}
 * sets their number.
 */
class FuzzIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENTS = 8;
    private static final int MOST_SHOWN = 40;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> refusedForNow = new ConcurrentSkipListMap<>();

    @Test
    void every_answer_is_what_it_says() throws Exception {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        long requests = Long.getLong("fuzz.requests", 20_000);
        System.out.printf("-Dfuzz.seed=%d -Dfuzz.requests=%d%n", seed, requests);
        try (PackagedRegistry registry =
                Launch.embedded(directory).withReferenceData().with("-Xmx512m").start()) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> registry.log().contains("Reference data: 353 commands loaded"));
            JsonNode document = registry.getJson("/openapi?format=json");
            var checks = new FuzzChecks(
                    java.util.Set.copyOf(JSON.readTree(registry.get("/problems", "Accept", "application/json")
                                    .body())
                            .findValuesAsText("type")));
            var all = FuzzRequests.of(seed, document, known(registry));
            long begun = System.nanoTime();
            sendAll(registry, all, checks, requests);
            System.out.printf(
                    "%d requests in %d s: %s, for now: %s, %d events acknowledged%n",
                    requests,
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                    statuses,
                    refusedForNow,
                    acknowledged.size());
            assertThat(failures).as("-Dfuzz.seed=" + seed).isEmpty();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(registry.get("/q/metrics", "Accept", "text/plain")
                                    .body())
                            .containsPattern("registry_http_in_flight(\\{[^}]*})? 0\\.0"));
            assertThat(registry.get("/q/health/ready").statusCode()).isEqualTo(200);
            assertThat(acknowledged).hasSizeGreaterThan((int) Math.min(1_000, requests / 100));
            assertThat(recorded(registry)).containsAllEntriesOf(acknowledged);
            assertLogIsQuiet(registry.log());
        }
    }

    private void sendAll(PackagedRegistry registry, FuzzRequests all, FuzzChecks checks, long requests)
            throws InterruptedException {
        var next = new AtomicLong();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.execute(() -> {
                    try (var connection = new FuzzConnection(registry.uri("/"))) {
                        for (long number = next.getAndIncrement();
                                number < requests && failures.size() < MOST_SHOWN;
                                number = next.getAndIncrement()) {
                            send(connection, all.request(number), checks);
                        }
                    }
                });
            }
            clients.shutdown();
            assertThat(clients.awaitTermination(2, TimeUnit.HOURS)).isTrue();
        }
    }

    private void send(FuzzConnection connection, FuzzRequest request, FuzzChecks checks) {
        FuzzAnswer answer = null;
        try {
            answer = connection.exchange(request);
            statuses.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
            checks.check(request, answer);
            if (answer.status() == 503) {
                String type = JSON.readTree(answer.text()).path("type").asText();
                refusedForNow.computeIfAbsent(type, any -> new LongAdder()).increment();
                assertThat(type).isIn("/problems/overloaded", "/problems/projection-behind");
            }
            if (request.isCommand() && answer.status() < 300) {
                JsonNode outcome = JSON.readTree(answer.text());
                for (JsonNode event : outcome.has("dryRun") ? List.<JsonNode>of() : outcome.path("events")) {
                    acknowledged.put(
                            event.path("id").asText(), event.path("position").longValue());
                }
            }
        } catch (Exception | AssertionError broken) {
            connection.close();
            failures.add(broken + "\n  " + request + "\n  "
                    + (answer == null
                            ? "no answer"
                            : answer.statusLine() + " " + answer.headers() + " "
                                    + answer.text()
                                            .substring(
                                                    0,
                                                    Math.min(600, answer.text().length()))));
        }
    }

    /** Values for parameters, from the registry. */
    private static Map<String, List<String>> known(PackagedRegistry registry) throws IOException {
        var zones = registry.getJson("/v1/zones?limit=100").findValuesAsText("code");
        var events = registry.getJson("/v1/events?limit=300").findValuesAsText("id");
        var entries = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            String entry = "F/№ " + i;
            registry.post(
                    "/v1/zones/" + zones.get(i) + "/trade",
                    "seed-" + i,
                    JSON.createObjectNode()
                            .put("entryId", entry)
                            .put("period", "2023-0" + (1 + i % 9))
                            .put("direction", i % 2 == 0 ? "export" : "import")
                            .put("businessForm", "bonded-processing")
                            .put("hsChapter", "84")
                            .put("value", "17.00")
                            .toString());
            entries.add(entry);
        }
        var known = new HashMap<String, List<String>>();
        known.put("code", zones);
        known.put("zone", zones);
        known.put("eventId", events);
        known.put("entryId", entries);
        known.put("name", registry.getJson("/v1/projections").findValuesAsText("name"));
        known.put("kind", List.of("r-and-d-platform", "logistics-centre", "testing-centre"));
        known.put("limit", List.of("1", "2", "50", "1000"));
        known.put("level", List.of("0", "1", "63"));
        known.put("code ", List.of("validation"));
        known.put("cursor", cursors(registry));
        return known;
    }

    /** The cursors of every list, and forged ones. */
    private static List<String> cursors(PackagedRegistry registry) throws IOException {
        var cursors = new ArrayList<String>();
        for (String list : List.of(
                "/v1/zones",
                "/v1/trade",
                "/v1/events",
                "/v1/audit/checkpoints",
                "/v1/registry/diff?toValidAt=2022-12-31&fromValidAt=2008-12-31")) {
            registry.get(list + (list.contains("?") ? "&" : "?") + "limit=1")
                    .headers()
                    .firstValue("Link")
                    .ifPresent(link -> cursors.add(link.replaceFirst(".*cursor=([^>&]*).*", "$1")));
        }
        assertThat(cursors).hasSizeGreaterThan(2);
        String given = cursors.getFirst();
        byte[] bytes = Base64.getUrlDecoder().decode(given);
        bytes[bytes.length / 2] ^= 1;
        cursors.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        cursors.add(given.substring(1));
        cursors.add(Base64.getUrlEncoder()
                .encodeToString("\u0000\u001b[31m\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        cursors.add("MQ");
        return cursors;
    }

    private static Map<String, Long> recorded(PackagedRegistry registry) throws IOException {
        var recorded = new TreeMap<String, Long>();
        for (long after = 0; ; ) {
            JsonNode page = registry.getJson("/v1/events?limit=1000&after=" + after);
            if (page.isEmpty()) {
                return recorded;
            }
            for (JsonNode event : page) {
                after = Long.parseLong(event.path("sequence").asText());
                recorded.put(event.path("id").asText(), after);
            }
        }
    }

    private static void assertLogIsQuiet(String log) {
        assertThat(log.lines()
                        .filter(line ->
                                line.contains(" ERROR ") || line.startsWith("\tat ") || line.contains("Incident")))
                .isEmpty();
        assertThat(log.codePoints().filter(point -> point != '\n' && Character.getType(point) == Character.CONTROL))
                .isEmpty();
        assertThat(log.lines().filter(line -> line.contains("forged") && line.startsWith("12:00:00.000")))
                .isEmpty();
    }
}
