package org.zoneregistry.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that import in bad ways, with a registry that has little memory. Commands and other imports must continue,
 * and all resources must be released at the end. No file here has a valid line, so the log has only commands.
 */
class HostileImportsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HEADER = "entryId,zone,period,direction,businessForm,value\n";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Load load = new Load();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private PackagedRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = Launch.embedded(directory)
                .with("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-Dregistry.imports.patience=10s")
                .start();
        load.start(registry);
        load.awaitMore(20);
    }

    @AfterEach
    void end() throws IOException {
        client.close();
        registry.close();
    }

    @Test
    void slow_clients_and_files_that_unpack_far_take_nothing_from_others() throws Exception {
        var trickle = Executors.newSingleThreadScheduledExecutor();
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                slow.add(connect());
            }
            var _ = trickle.scheduleAtFixedRate(() -> slow.forEach(HostileImportsIT::sendOne), 2, 2, TimeUnit.SECONDS);
            ordinaryImports(3);

            assertRefusedAsTooLarge("x\n".repeat(300_000));
            assertRefusedAsTooLarge("x,y,2022,export,other,7\n".repeat(574_000));
            assertRefusedAsTooLarge("\n".repeat(100_000_000));
            ordinaryImports(3);

            String many = "x\n".repeat(200_000);
            JsonNode counted = json(send(many.getBytes(StandardCharsets.UTF_8), false), 202);
            assertThat(counted.path("refused").asInt()).isEqualTo(200_000);
            assertThat(counted.path("refusedNotKept").asInt()).isEqualTo(190_000);
            ordinaryImports(3);
            await().atMost(PATIENCE).until(() -> slow.stream().allMatch(HostileImportsIT::hasEnded));
        } finally {
            trickle.shutdownNow();
            for (Socket socket : slow) {
                socket.close();
            }
        }
        load.awaitMore(20);
        load.stop();
        assertThat(load.otherAnswers())
                .as("commands are answered all the while")
                .isEmpty();
        await().atMost(PATIENCE).until(() -> metric("registry_http_in_flight") == 0);
        assertThat(JSON.readTree(registry.get("/v1/imports?limit=100").body()))
                .allSatisfy(job -> assertThat(job.path("state").asText()).isNotEqualTo("running"));
        load.proveNothingLostNorDoubled(registry);
    }

    @Test
    void a_hundred_thousand_lines_are_taken_in() throws Exception {
        load.stop();
        Zones.establish(registry, "filled");
        Iterator<byte[]> lines = IntStream.rangeClosed(1, 100_000)
                .mapToObj(i -> "e" + i + ",filled,2022-12,export,other," + (i % 10_000 == 0 ? "nothing" : "5") + "\n")
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .iterator();
        var request = HttpRequest.newBuilder(registry.uri("/v1/imports"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.concat(BodyPublishers.ofString(HEADER), BodyPublishers.ofByteArrays(() -> lines)))
                .build();
        JsonNode job = json(client.send(request, BodyHandlers.ofString()), 202);
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("recorded").asInt()).isEqualTo(99_990);
        assertThat(job.path("refused").asInt()).isEqualTo(10);
        assertThat(job.path("linesPerSecond").asInt()).isPositive();
        assertThat(registry.getJson("/v1/imports/" + job.path("id").asText()).findValuesAsText("line"))
                .containsExactly(
                        "10001", "20001", "30001", "40001", "50001", "60001", "70001", "80001", "90001", "100001");
    }

    private void ordinaryImports(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            byte[] file = "x,no-such-zone,2022,export,other,7\n".getBytes(StandardCharsets.UTF_8);
            assertThat(json(send(file, false), 202).path("refused").asInt()).isEqualTo(1);
        }
    }

    private void assertRefusedAsTooLarge(String lines) throws Exception {
        byte[] file = gzipped(lines.getBytes(StandardCharsets.UTF_8));
        JsonNode job = json(send(file, true), 202);
        assertThat(job.path("state").asText()).isEqualTo("failed");
        assertThat(job.at("/problem/type").asText()).isEqualTo("/problems/body-too-large");
    }

    private HttpResponse<String> send(byte[] lines, boolean isGzipped) throws Exception {
        var request = HttpRequest.newBuilder(registry.uri("/v1/imports"))
                .header("Content-Type", "text/csv")
                .timeout(Duration.ofSeconds(30));
        if (isGzipped) {
            request.header("Content-Encoding", "gzip");
        }
        byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
        return client.send(
                request.POST(BodyPublishers.concat(
                                BodyPublishers.ofByteArray(isGzipped ? gzipped(header) : header),
                                BodyPublishers.ofByteArray(lines)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private Socket connect() throws IOException {
        URI uri = registry.uri("/v1/imports");
        var socket = new Socket(uri.getHost(), uri.getPort());
        socket.getOutputStream()
                .write(("POST /v1/imports HTTP/1.1\r\nHost: registry\r\nContent-Type: text/csv\r\nContent-Length:"
                                + " 1000000\r\n\r\n"
                                + HEADER)
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        socket.setSoTimeout(100);
        return socket;
    }

    private static void sendOne(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write('x');
            out.flush();
        } catch (IOException ended) { // the registry has aborted the request
        }
    }

    /** Whether the registry has answered or closed the connection. */
    private static boolean hasEnded(Socket socket) {
        try {
            var _ = socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException nothing) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private double metric(String name) throws IOException {
        return registry.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static byte[] gzipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
