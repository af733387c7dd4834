package org.zoneregistry.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.testing.UniqueCodes;

/**
 * No request allocates more than twice the memory that docs/performance.md records for it. Memory is a measure of work
 * that does not depend on how busy the machine is.
 */
@QuarkusTest
class RequestCostTest {

    private static final Path RECORDED = Path.of("docs/performance.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(?<request>[^`]+)` \\| (?<kib>\\d+) \\|$");
    private static final int WARM_UP = 300;
    private static final int BATCHES = 8;
    private static final int BATCH = 50;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Of the next request: no two are the same. */
    private int number;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI registry;

    @Test
    void no_request_allocates_more_than_twice_what_is_recorded() throws IOException {
        String zone = UniqueCodes.next();
        var office = new Office();
        office.establish(zone, "bonded-zone", "CN-JS", "2010-07-01", "1");
        office.ask("/v1/zones/" + zone).statusCode(200);
        try (var connection = new RawConnection(registry)) {
            Map<String, Long> measured = new LinkedHashMap<>();
            requests(zone, office.position()).forEach((name, request) -> measured.put(name, kib(connection, request)));
            Map<String, Long> recorded = recorded();
            System.out.println("KiB allocated by a request: " + measured);
            assertThat(measured.keySet()).as("requests in " + RECORDED).isEqualTo(recorded.keySet());
            measured.forEach((name, kib) -> assertThat(kib)
                    .as("KiB allocated by " + name)
                    .isLessThanOrEqualTo(2 * recorded.getOrDefault(name, 0L)));
        }
    }

    private static Map<String, IntFunction<byte[]>> requests(String zone, long head) {
        Map<String, IntFunction<byte[]>> requests = new LinkedHashMap<>();
        requests.put("liveness", number -> RawConnection.get("/q/health/live"));
        requests.put("one zone, latest", number -> RawConnection.get("/v1/zones/" + zone + "?validAt=" + day(number)));
        requests.put(
                "one zone at a past pair of times",
                number -> RawConnection.get("/v1/zones/" + zone + "?validAt=" + day(number) + "&knownAt=" + head));
        requests.put("the latest answer again", number -> RawConnection.get("/v1/zones/" + zone));
        requests.put(
                "a past answer again",
                number -> RawConnection.get("/v1/zones/" + zone + "?validAt=2022-01-01&knownAt=" + head));
        requests.put(
                "a list of one zone", number -> RawConnection.get("/v1/zones?q=" + zone + "&validAt=" + day(number)));
        requests.put(
                "trade by year and province",
                number -> RawConnection.get("/v1/statistics/trade?groupBy=year,province&from=2018&to=2022&zone=" + zone
                        + "&validAt=" + day(number)));
        requests.put(
                "a command",
                number -> RawConnection.post("/v1/zones/" + zone + "/trade", """
                {"entryId": "%s-%d-%d", "period": "2022-01", "direction": "import", "value": "1.00",
                 "businessForm": "bonded-logistics"}""".formatted(
                                zone.substring(5, 20), System.nanoTime(), number)));
        return requests;
    }

    /** A day for each number, so that an answer isn't given again from memory. */
    private static LocalDate day(int number) {
        return LocalDate.of(2011, 1, 1).plusDays(number);
    }

    /** The smallest of several batches: other threads of the application allocate too. */
    private long kib(RawConnection connection, IntFunction<byte[]> request) {
        send(connection, request, WARM_UP);
        long least = Long.MAX_VALUE;
        for (int batch = 0; batch < BATCHES; batch++) {
            long before = threads.getTotalThreadAllocatedBytes();
            send(connection, request, BATCH);
            least = Math.min(least, threads.getTotalThreadAllocatedBytes() - before);
        }
        return least / BATCH / 1024;
    }

    private void send(RawConnection connection, IntFunction<byte[]> request, int times) {
        for (int i = 0; i < times; i++) {
            byte[] sent = request.apply(number++);
            assertThat(connection.exchange(sent))
                    .as(() -> new String(sent, ISO_8859_1))
                    .matches("(?s)HTTP/1.1 20[01] .*");
        }
    }

    private static Map<String, Long> recorded() throws IOException {
        return ROW.matcher(Files.readString(RECORDED))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group("request"),
                        row -> Long.parseLong(row.group("kib")),
                        (first, second) -> second,
                        LinkedHashMap::new));
    }
}
