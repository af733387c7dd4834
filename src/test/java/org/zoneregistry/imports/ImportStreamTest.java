package org.zoneregistry.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.imports.ImportRequests.HEADER;
import static org.zoneregistry.imports.ImportRequests.line;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that take a while, and clients that go away. */
@QuarkusTest
class ImportStreamTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TestHTTPResource("/v1/imports")
    URI imports;

    @Inject
    Pool pool;

    private final String run = UUID.randomUUID().toString().substring(0, 13);
    private String zone = "";

    @BeforeEach
    void establishAZone() {
        zone = ImportRequests.zone();
    }

    private JsonPath byKey() {
        return given().queryParam("idempotencyKey", run).get("/v1/imports").jsonPath();
    }

    private int linesRead() {
        JsonPath found = byKey();
        return found.getList("$").isEmpty() ? 0 : found.getInt("[0].linesRead");
    }

    /** Begins to send a chunked request on a socket, so that the test can wait and go away at any point. */
    private OutputStream begin(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nIdempotency-Key: " + run
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        chunk(out, HEADER);
        return out;
    }

    private static void chunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Test
    void lines_are_recorded_while_the_client_pauses_and_a_lost_client_interrupts_the_import() throws Exception {
        try (var socket = new Socket(imports.getHost(), imports.getPort())) {
            OutputStream out = begin(socket);
            chunk(out, line(run + "-1", zone, "5") + line(run + "-2", zone, "x") + line(run + "-3", zone, "5"));
            await().atMost(PATIENCE).until(() -> linesRead() == 3);
            assertThat(byKey().getString("[0].state")).isEqualTo("running");
            chunk(out, line(run + "-4", zone, "5") + "half a li");
        }
        await().atMost(PATIENCE).until(() -> byKey().getString("[0].state").equals("interrupted"));
        assertThat(byKey().getInt("[0].recorded")).isEqualTo(3);
        assertThat(byKey().getInt("[0].refused")).isEqualTo(1);

        JsonPath again = ImportRequests.imported(ImportRequests.csv(HEADER
                        + line(run + "-1", zone, "5")
                        + line(run + "-2", zone, "7")
                        + line(run + "-3", zone, "5")
                        + line(run + "-4", zone, "5"))
                .header("Idempotency-Key", run));
        assertThat(again.getString("id")).isEqualTo(byKey().getString("[0].id"));
        assertThat(again.getString("state")).isEqualTo("done");
        assertThat(again.getInt("recorded")).isEqualTo(1);
        assertThat(again.getInt("alreadyThere")).isEqualTo(3);
        assertThat(again.getInt("refused")).isZero();
    }

    @Test
    void progress_is_sent_while_the_import_is_running() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        try (var socket = new Socket(imports.getHost(), imports.getPort())) {
            OutputStream out = begin(socket);
            chunk(out, line(run + "-1", zone, "5"));
            await().atMost(PATIENCE).until(() -> byKey().getInt("size()") == 1);
            var watching = client.sendAsync(
                    HttpRequest.newBuilder(imports.resolve("/v1/imports/" + byKey().getString("[0].id") + "/progress"))
                            .build(),
                    BodyHandlers.ofString());
            await().atMost(PATIENCE).until(() -> linesRead() == 1);
            chunk(out, line(run + "-2", zone, "5"));
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertThat(status).contains(" 202 ");
            String events = watching.get(60, TimeUnit.SECONDS).body();
            assertThat(events).contains("\"state\":\"running\"", "\"state\":\"done\"", "\"recorded\":2");
            assertThat(events.indexOf("\"state\":\"done\"")).isEqualTo(events.lastIndexOf("\"state\":\"done\""));
        } finally {
            client.shutdownNow();
        }
    }

    @Test
    void the_same_file_sent_twice_at_once_adds_every_entry_once() throws Exception {
        String text = IntStream.range(0, 5_000)
                .mapToObj(i -> line(run + "-" + i, zone, "5"))
                .collect(Collectors.joining("", HEADER, ""));
        HttpClient client = HttpClient.newHttpClient();
        try {
            var request = HttpRequest.newBuilder(imports)
                    .header("Content-Type", "text/csv")
                    .POST(BodyPublishers.ofString(text))
                    .build();
            var one = client.sendAsync(request, BodyHandlers.ofString());
            var other = client.sendAsync(request, BodyHandlers.ofString());
            JsonPath first = new JsonPath(one.get(60, TimeUnit.SECONDS).body());
            JsonPath second = new JsonPath(other.get(60, TimeUnit.SECONDS).body());
            assertThat(first.getInt("recorded") + second.getInt("recorded")).isEqualTo(5_000);
            assertThat(first.getInt("alreadyThere") + second.getInt("alreadyThere"))
                    .isEqualTo(5_000);
        } finally {
            client.shutdownNow();
        }
    }

    @Test
    void an_import_of_a_dead_server_is_shown_as_interrupted_and_begun_again() {
        String text = HEADER + line(run + "-1", zone, "5");
        String id = ImportRequests.imported(ImportRequests.csv(text).header("Idempotency-Key", run))
                .getString("id");
        // the state after kill -9
        pool.preparedQuery("update job set state = 'running', ended_at = null,"
                        + " held_until = held_until - interval '1 minute' where id = $1")
                .execute(Tuple.of(UUID.fromString(id)))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var shown = given().get("/v1/imports/" + id).jsonPath();
        assertThat(shown.getString("state")).isEqualTo("interrupted");
        assertThat(shown.getInt("recorded")).isEqualTo(1);
        assertThat(shown.getString("endedAt")).isNotNull();
        JsonPath again = ImportRequests.imported(ImportRequests.csv(text).header("Idempotency-Key", run));
        assertThat(again.getString("id")).isEqualTo(id);
        assertThat(again.getString("state")).isEqualTo("done");
        assertThat(again.getInt("alreadyThere")).isEqualTo(1);
    }
}
