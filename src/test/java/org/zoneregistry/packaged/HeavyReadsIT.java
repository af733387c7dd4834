package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many expensive questions at once, on a small node: commands and readiness must continue. */
@Tag("alone")
class HeavyReadsIT {

    private static final int ZONES = 40;
    private static final int ENTRIES = 100_000;
    private static final int READERS = 24;
    private static final Duration OVERLOAD_TIME = Duration.ofSeconds(15);
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final String ALL_DIMENSIONS =
            "groupBy=month,zone,type,province,region,businessForm,direction,hsChapter," + "enterprise,partner";
    private static final String ALL_SUMS = "/v1/statistics/trade?from=2012&to=2022&" + ALL_DIMENSIONS;

    /** Every reader sends the first question, and sometimes one of the others. */
    private static final List<String> OTHER_QUESTIONS = List.of(
            "/v1/statistics/growth?from=1990-01&to=2030-12&groupBy=zone,hsChapter,partner",
            "/v1/statistics/similarity?period=2022&by=hsChapter",
            "/v1/statistics/zones/trading-1/diagnosis?period=2022",
            "/v1/sdmx/data/TRADE/all",
            "/v1/statistics/vintages?measure=zones-trade&period=2022&limit=1000",
            "/v1/trade?partner=DE&enterprise=NOBODY&limit=1000",
            "/v1/trade?orphaned=true&limit=1000",
            "/v1/statistics/briefing?year=2022",
            "/v1/statistics/concentration?period=2022&by=enterprise");

    /** Logs why an answer was {@code overloaded}. */
    private static final String CAUSES = "-Dquarkus.log.category.\"org.zoneregistry.http.problem\".level=DEBUG";

    private record Answer(String path, int status, String retryAfter, String problem) {}

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Long> commands = new ConcurrentLinkedQueue<>();
    private final Queue<Long> probes = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    private volatile boolean goesOn = true;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void commands_and_readiness_go_on_while_others_ask_for_too_much() throws Exception {
        try (PackagedRegistry registry = Launch.embedded(directory)
                .with("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=4", CAUSES)
                .start()) {
            GeneratedTrade.send(registry, ZONES, ENTRIES);
            GeneratedTrade.awaitSummed(registry, ENTRIES);

            attack(registry);

            assertThat(failures).isEmpty();
            assertThat(probes).as("readiness was asked").hasSizeGreaterThan(20);
            assertThat(commands).as("commands were sent").hasSizeGreaterThan(100);
            assertThat(percentile(commands, 99)).as("p99 of commands, ms").isLessThan(LIMIT.toMillis());
            assertThat(answers).allSatisfy(HeavyReadsIT::isAnswerOrRefusal);
            assertThat(answers)
                    .filteredOn(answer -> answer.path().equals(ALL_SUMS))
                    .extracting(Answer::problem)
                    .contains("/problems/answer-too-large");
            assertThat(registry.log()).doesNotContain("has been blocked").doesNotContain("OutOfMemoryError");

            isAnsweredAfterwards(registry);
            assertThat(observations(registry)).as("all of SDMX, after all").isGreaterThan(500_000);
            assertThat(registry.log()).doesNotContain("has been blocked");
        }
    }

    /** A refusal says how to narrow the question, and the narrower question is answered. */
    private static void isAnsweredAfterwards(PackagedRegistry registry) throws IOException {
        assertThat(registry.get(ALL_SUMS).body())
                .as(() -> lastLines(registry))
                .contains("groupBy")
                .contains("from and to");
        assertThat(registry.getJson("/v1/statistics/trade?from=2022&zone=trading-7&" + ALL_DIMENSIONS)
                        .path("rows"))
                .isNotEmpty();
        assertThat(registry.getJson("/v1/statistics/similarity?period=2022&by=hsChapter")
                        .path("pairs"))
                .hasSize(ZONES * (ZONES - 1) / 2);
    }

    private static String lastLines(PackagedRegistry registry) {
        try {
            List<String> lines = registry.log().lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private void attack(PackagedRegistry registry) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            ExecutorService threads = Executors.newCachedThreadPool();
            for (int reader = 0; reader < READERS; reader++) {
                int number = reader;
                threads.execute(() -> repeat(round -> answers.add(read(
                        client,
                        registry,
                        round % 4 == 3
                                ? OTHER_QUESTIONS.get((number + round / 4) % OTHER_QUESTIONS.size())
                                : ALL_SUMS))));
            }
            for (int sender = 0; sender < 4; sender++) {
                threads.execute(() ->
                        repeat(round -> commands.add(millis(() -> Zones.establish(registry, Zones.newCode())))));
            }
            threads.execute(() -> repeat(round -> {
                probes.add(millis(() -> {
                    HttpResponse<String> ready = registry.get("/q/health/ready");
                    if (ready.statusCode() != 200) {
                        failures.add("Readiness is " + ready.statusCode() + ": " + ready.body());
                    }
                }));
                Thread.sleep(200);
            }));
            Thread.sleep(OVERLOAD_TIME);
            goesOn = false;
            threads.shutdown();
            assertThat(threads.awaitTermination(60, TimeUnit.SECONDS))
                    .as("every request has an answer")
                    .isTrue();
        }
        assertThat(percentile(probes, 100))
                .as("slowest answer about readiness, ms")
                .isLessThan(LIMIT.toMillis());
    }

    private interface Round {
        void run(int number) throws Exception;
    }

    private interface Step {
        void run() throws Exception;
    }

    private void repeat(Round round) {
        for (int number = 0; goesOn; number++) {
            try {
                round.run(number);
            } catch (Exception | AssertionError failure) {
                failures.add(failure.toString());
            }
        }
    }

    private static long millis(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static Answer read(HttpClient client, PackagedRegistry registry, String path) throws Exception {
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(registry.uri(path))
                        .timeout(LIMIT.multipliedBy(30))
                        .build(),
                BodyHandlers.ofInputStream());
        String beginning;
        try (InputStream body = answer.body()) {
            beginning = new String(body.readNBytes(2_000), StandardCharsets.UTF_8);
            body.transferTo(OutputStream.nullOutputStream());
        }
        boolean isProblem = answer.statusCode() >= 400;
        return new Answer(
                path,
                answer.statusCode(),
                answer.headers().firstValue("Retry-After").orElse(""),
                isProblem ? beginning.replaceFirst("(?s).*?\"type\":\"([^\"]+)\".*", "$1") : "");
    }

    private static void isAnswerOrRefusal(Answer answer) {
        switch (answer.status()) {
            case 200 -> {}
            case 422 -> assertThat(answer.problem()).isEqualTo("/problems/answer-too-large");
            case 503 -> {
                assertThat(answer.problem()).isEqualTo("/problems/overloaded");
                assertThat(answer.retryAfter()).matches("[1-9][0-9]?");
            }
            default -> throw new AssertionError("Not expected: " + answer);
        }
    }

    /** Reads all SDMX data, which must be well-formed to the end. */
    private static int observations(PackagedRegistry registry) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream body = client.send(
                                HttpRequest.newBuilder(registry.uri("/v1/sdmx/data/TRADE/all"))
                                        .build(),
                                BodyHandlers.ofInputStream())
                        .body()) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(body);
            int count = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Obs")) {
                    count++;
                }
            }
            return count;
        }
    }

    private static long percentile(Queue<Long> millis, int percent) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
