package org.zoneregistry.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.zoneregistry.testing.TestDatabase;

/**
 * Sends commands over HTTP at the rate that the packaged application sustains, and at four times that rate without
 * waiting for answers. Counts acknowledged and refused commands, and the memory. Run {@code ./mvnw package} first.
 * Arguments: seconds for each measurement, rounds.
 */
public final class OverloadBench {

    /** The largest number of concurrent requests: a client has a limit too. */
    private static final int MOST_ON_THEIR_WAY = 4_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong number = new AtomicLong();
    private URI zones = URI.create("http://localhost");

    /** The results of the sent commands. */
    private record Sent(double seconds, long acknowledged, long refused, long lost) {
        double rate() {
            return acknowledged / seconds;
        }
    }

    /** Prints a table. */
    public static void main(String[] arguments) throws Exception {
        Logging.asInTheApplication();
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 10;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        new OverloadBench().run(seconds, rounds);
        System.exit(0); // otherwise the client would keep the process alive
    }

    private void run(double seconds, int rounds) throws Exception {
        TestDatabase database = TestDatabase.fresh();
        try (var registry = Application.start(database, List.of("-Xmx512m"))) {
            zones = registry.uri("/v1/zones");
            closed(seconds / 2, 64); // warms up
            System.out.println(
                    "round | sustained/s, 64 senders | acknowledged/s at 4x | ratio | refused/s | unanswered | resident"
                            + " MiB | ready");
            for (int round = 1; round <= rounds; round++) {
                double sustained = closed(seconds, 64).rate();
                Sent over = open(seconds, 4 * sustained);
                System.out.printf(
                        Locale.ROOT,
                        "%5d | %9.0f | %9.0f | %5.2f | %9.0f | %d | %d | %s%n",
                        round,
                        sustained,
                        over.rate(),
                        over.rate() / sustained,
                        over.refused() / over.seconds(),
                        over.lost(),
                        resident(registry.process().pid()),
                        registry.ready(client));
            }
        }
    }

    /** A fixed number of senders, each of which waits for its answer. */
    private Sent closed(double seconds, int senders) throws InterruptedException {
        return send(seconds, senders, 0);
    }

    /** A fixed rate, without waiting for answers. */
    private Sent open(double seconds, double rate) throws InterruptedException {
        return send(seconds, MOST_ON_THEIR_WAY, rate);
    }

    private Sent send(double seconds, int most, double rate) throws InterruptedException {
        AtomicLong acknowledged = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        AtomicLong lost = new AtomicLong();
        Semaphore room = new Semaphore(most);
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        for (long sent = 0; System.nanoTime() < end; sent++) {
            if (rate > 0) {
                long due = start + (long) (sent * 1e9 / rate);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
            }
            room.acquire();
            var _ = client.sendAsync(establishment(), BodyHandlers.discarding()).whenComplete((answer, failure) -> {
                room.release();
                if (failure != null) {
                    lost.incrementAndGet();
                } else if (answer.statusCode() == 201) {
                    acknowledged.incrementAndGet();
                } else if (answer.statusCode() == 503 || answer.statusCode() == 429) {
                    refused.incrementAndGet();
                } else {
                    throw new IllegalStateException("answered " + answer.statusCode());
                }
            });
        }
        room.acquire(most);
        return new Sent((System.nanoTime() - start) / 1e9, acknowledged.get(), refused.get(), lost.get());
    }

    private HttpRequest establishment() {
        return HttpRequest.newBuilder(zones)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"code\": \"zone-" + number.incrementAndGet()
                        + "\", \"name\": {\"en\": \"Zone\"}, \"type\": \"bonded-zone\", \"province\": \"CN-JS\","
                        + " \"effectiveOn\": \"2010\"}"))
                .build();
    }

    private static long resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
