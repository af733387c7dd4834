package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Clients that send commands one after the other, each with its own key, and count the acknowledged ones, also while
 * the registry fails. The log must be empty at the beginning.
 */
final class Load {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SENDERS = 8;

    /**
     * The pause between two commands of a sender. All senders send some 250 commands a second, so that sending them
     * again at the end of a test is short.
     */
    private static final Duration PACE = Duration.ofMillis(30);

    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int senders;
    private final Map<Integer, JsonNode> acknowledged = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> otherAnswers = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private @Nullable ExecutorService sending;
    private volatile boolean goesOn;

    Load() {
        this(SENDERS);
    }

    Load(int senders) {
        this.senders = senders;
    }

    private static String code(int number) {
        return "zone-" + number;
    }

    private static HttpResponse<String> send(PackagedRegistry registry, int number) throws IOException {
        return registry.post("/v1/zones", code(number), """
                {"code": "%s", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS", \
                "effectiveOn": "2010"}""".formatted(code(number)));
    }

    /** Begins to send, each command once, until {@link #stop()}. */
    void start(PackagedRegistry registry) {
        goesOn = true;
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        sending = threads;
        for (int sender = 0; sender < senders; sender++) {
            threads.execute(() -> {
                while (goesOn) {
                    send(registry);
                }
            });
        }
    }

    private void send(PackagedRegistry registry) {
        int number = last.incrementAndGet();
        try {
            HttpResponse<String> answer = send(registry, number);
            if (answer.statusCode() == 201) {
                acknowledged.put(number, JSON.readTree(answer.body()));
                pause(PACE);
            } else {
                otherAnswers.merge(answer.statusCode(), 1, Integer::sum);
                pause(AFTER_A_FAILURE);
            }
        } catch (IOException unknown) { // the outcome is unknown; the command is sent again at the end
            pause(AFTER_A_FAILURE);
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last acknowledged position; 0 before the first. */
    long lastPosition() {
        return acknowledged.values().stream()
                .mapToLong(answer -> answer.path("position").longValue())
                .max()
                .orElse(0);
    }

    /** Waits until that many more commands were acknowledged. */
    void awaitMore(int count) {
        int enough = acknowledged.size() + count;
        await().atMost(PATIENCE).until(() -> acknowledged.size() >= enough);
    }

    /** Ends the senders. */
    void stop() throws InterruptedException {
        goesOn = false;
        ExecutorService threads = sending;
        if (threads != null) {
            threads.shutdown();
            assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("every request has an answer")
                    .isTrue();
        }
    }

    /** The number of answers that are not acknowledgements, by status. */
    Map<Integer, Integer> otherAnswers() {
        return Map.copyOf(otherAnswers);
    }

    /**
     * Sends every command again, like clients that don't know the outcome, and checks the stored events: every
     * acknowledged command as acknowledged, each command once, no gaps, an intact chain, and projections that agree
     * with the log.
     */
    void proveNothingLostNorDoubled(PackagedRegistry registry) throws Exception {
        SortedSet<Long> positions = new ConcurrentSkipListSet<>();
        try (var threads = Executors.newFixedThreadPool(SENDERS)) {
            var checks = IntStream.rangeClosed(1, last.get())
                    .mapToObj(number -> threads.submit(() -> {
                        HttpResponse<String> answer = send(registry, number);
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                        JsonNode again = JSON.readTree(answer.body());
                        JsonNode before = acknowledged.get(number);
                        if (before != null) {
                            assertThat(again).isEqualTo(before);
                        }
                        assertThat(positions.add(again.path("position").longValue()))
                                .isTrue();
                        return number;
                    }))
                    .toList();
            for (var check : checks) {
                check.get();
            }
        }
        assertThat(positions.first()).isEqualTo(1);
        assertThat(positions.last()).as("no gap, nothing else in the log").isEqualTo(last.get());
        registry.verify();
    }
}
