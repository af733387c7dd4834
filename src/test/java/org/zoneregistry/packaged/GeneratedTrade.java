package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Trade entries that rarely have all details in common, so that sums by many dimensions have many cells. */
final class GeneratedTrade {

    private static final String HEADER =
            "entryId,zone,period,direction,businessForm,hsChapter,enterprise,partner,value\n";
    private static final List<String> FORMS = List.of(
            "bonded-processing", "bonded-logistics", "bonded-maintenance", "bonded-r-and-d", "futures-delivery");
    private static final List<String> PARTNERS =
            List.of("DE", "US", "JP", "KR", "VN", "MY", "TH", "SG", "AU", "BR", "NL", "GB", "FR", "IT", "IN", "ID");
    private static final int BLOCK = 500;
    private static final int YEARS = 11;

    private GeneratedTrade() {}

    /** Establishes zones, and imports entries for them in the months of 2012 to 2022. */
    static void send(PackagedRegistry registry, int zones, int entries) throws IOException, InterruptedException {
        for (int zone = 0; zone < zones; zone++) {
            Zones.establish(registry, zone(zone));
        }
        Iterator<byte[]> file = IntStream.rangeClosed(0, entries / BLOCK)
                .mapToObj(block -> block == 0 ? HEADER : block(block - 1, zones))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .iterator();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(registry.uri("/v1/imports"))
                            .header("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofByteArrays(() -> file))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        }
    }

    /** Waits until that many entries are in the sums. */
    static void awaitSummed(PackagedRegistry registry, int entries) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> registry.getJson("/v1/statistics/trade?from=2012&to=2022")
                                .path("entries")
                                .intValue()
                        == entries);
    }

    private static String zone(int number) {
        return "trading-" + number;
    }

    private static String block(int block, int zones) {
        var lines = new StringBuilder(BLOCK * 100);
        for (int i = 0; i < BLOCK; i++) {
            long number = (long) block * BLOCK + i;
            long spread = ((number + 1) * 0x9E3779B97F4A7C15L) >>> 1;
            int month = (int) (spread % (YEARS * 12));
            lines.append("E-").append(number);
            lines.append(',').append(zone((int) (number % zones)));
            lines.append(',').append("%d-%02d".formatted(2012 + month / 12, 1 + month % 12));
            lines.append(',').append((spread >>> 8) % 2 == 0 ? "import" : "export");
            lines.append(',').append(FORMS.get((int) ((spread >>> 10) % FORMS.size())));
            lines.append(',').append("%02d".formatted(1 + (spread >>> 16) % 97));
            lines.append(",ENTERPRISE-").append(number % zones).append('-').append((spread >>> 24) % 40);
            lines.append(',').append(PARTNERS.get((int) ((spread >>> 32) % PARTNERS.size())));
            lines.append(',').append(1 + (spread >>> 40) % 9_000_000).append(".25\n");
        }
        return lines.toString();
    }
}
