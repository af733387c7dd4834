package org.zoneregistry.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.zoneregistry.imports.ImportRequests.HEADER;
import static org.zoneregistry.imports.ImportRequests.csv;
import static org.zoneregistry.imports.ImportRequests.gzipped;
import static org.zoneregistry.imports.ImportRequests.imported;
import static org.zoneregistry.imports.ImportRequests.line;
import static org.zoneregistry.imports.ImportRequests.ndjson;
import static org.zoneregistry.imports.ImportRequests.send;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key belongs to one file, from its first byte on. */
@QuarkusTest
class ImportKeysTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TestHTTPResource("/v1/imports")
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI imports;

    private final String run = UUID.randomUUID().toString().substring(0, 13);
    private String zone = "";

    @BeforeEach
    void establishAZone() {
        zone = ImportRequests.zone();
    }

    private JsonPath job() {
        return given().queryParam("idempotencyKey", run).get("/v1/imports").jsonPath();
    }

    private String state() {
        return String.valueOf(job().getString("[0].state"));
    }

    private Response keyed(RequestSpecification request) {
        return send(request.header("Idempotency-Key", run));
    }

    private static CompletableFuture<Response> later(RequestSpecification request) {
        return CompletableFuture.supplyAsync(() -> send(request));
    }

    private String entry(int number) {
        return line(run + "-" + number, zone, "5");
    }

    private static void assertReused(Response answer) {
        answer.then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    private void assertReplayed(Response answer, String state) {
        answer.then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .header("Location", "/v1/imports/" + job().getString("[0].id"))
                .body("state", equalTo(state));
    }

    /** A file that the test sends in pieces. */
    private final class Slow implements AutoCloseable {

        private final Socket socket;
        private final OutputStream out;

        Slow(String begin) throws IOException {
            socket = new Socket(imports.getHost(), imports.getPort());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            out = socket.getOutputStream();
            write("POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nIdempotency-Key: " + run
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            chunk(begin);
            await().atMost(PATIENCE).until(() -> job().getInt("size()") == 1 && state().equals("running"));
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        void chunk(String text) throws IOException {
            write(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
        }

        void end() throws IOException {
            write("0\r\n\r\n");
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8))
                    .endsWith("202");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void another_file_is_refused_while_the_first_is_still_being_sent() throws Exception {
        try (var first = new Slow(HEADER + entry(1))) {
            assertReused(keyed(csv(HEADER + entry(2))));
            assertReused(keyed(csv(HEADER)));
            assertReused(keyed(ndjson(HEADER + entry(1))));
            assertReused(keyed(csv(gzipped((HEADER + entry(3)).getBytes(StandardCharsets.UTF_8)))
                    .header("Content-Encoding", "gzip")));
            assertThat(state()).isEqualTo("running");
            first.chunk(entry(4));
            first.end();
        }
        assertThat(job().getInt("[0].recorded")).isEqualTo(2);
        assertReused(keyed(csv(HEADER + entry(1))));
        assertReused(keyed(csv(HEADER + entry(1) + entry(4) + "\n")));
        assertReplayed(keyed(csv(HEADER + entry(1) + entry(4))), "done");
    }

    @Test
    void the_same_file_gets_the_import_of_the_first_one_when_that_has_ended() throws Exception {
        CompletableFuture<Response> same;
        CompletableFuture<Response> other;
        try (var first = new Slow(HEADER + entry(1))) {
            same = later(csv(HEADER + entry(1) + entry(2)).header("Idempotency-Key", run));
            other = later(csv(HEADER + entry(1) + entry(3)).header("Idempotency-Key", run));
            Thread.sleep(1_500);
            assertThat(same).isNotDone();
            first.chunk(entry(2));
            first.end();
        }
        assertReplayed(same.get(30, TimeUnit.SECONDS), "done");
        assertReused(other.get(30, TimeUnit.SECONDS));
        assertThat(job().getInt("[0].recorded")).isEqualTo(2);
    }

    @Test
    void the_same_file_sent_twice_at_once_is_one_import() throws Exception {
        String file = HEADER + entry(1) + entry(2);
        var one = later(csv(file).header("Idempotency-Key", run));
        var two = later(csv(file).header("Idempotency-Key", run));
        assertThat(List.of(
                        one.get(60, TimeUnit.SECONDS).statusCode(),
                        two.get(60, TimeUnit.SECONDS).statusCode()))
                .isEqualTo(List.of(202, 202));
        assertThat(one.get().header("Location")).isEqualTo(two.get().header("Location"));
        assertThat(job().getInt("[0].recorded")).isEqualTo(2);
    }

    @Test
    void a_file_is_the_same_however_it_is_compressed() {
        String text = HEADER + entry(1);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] otherwise = gzipped(bytes);
        otherwise[4] = 77; // the time of compression
        keyed(csv(text)).then().statusCode(202);
        assertReplayed(keyed(csv(gzipped(bytes)).header("Content-Encoding", "gzip")), "done");
        assertReplayed(keyed(csv(otherwise).header("Content-Encoding", "gzip")), "done");
        keyed(csv("no gzip").header("Content-Encoding", "gzip"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-file"));
        assertReused(keyed(ndjson(text)));
    }

    @Test
    void a_file_that_waits_for_an_interrupted_one_has_to_be_sent_again() throws Exception {
        CompletableFuture<Response> second;
        try (var first = new Slow(HEADER)) {
            first.chunk(entry(1));
            await().atMost(PATIENCE).until(() -> job().getInt("[0].linesRead") == 1);
            second = later(csv(HEADER + entry(1) + entry(2)).header("Idempotency-Key", run));
            Thread.sleep(1_500);
            assertThat(second).isNotDone();
        }
        second.get(30, TimeUnit.SECONDS)
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/overloaded"));
        JsonPath again = imported(csv(HEADER + entry(1) + entry(2)).header("Idempotency-Key", run));
        assertThat(again.getString("state")).isEqualTo("done");
        assertThat(again.getInt("alreadyThere")).isEqualTo(1);
        assertThat(again.getInt("recorded")).isEqualTo(1);
    }

    @Test
    void the_key_of_a_cancelled_import_stays_with_its_file() throws Exception {
        try (var first = new Slow(HEADER + entry(1))) {
            await().atMost(PATIENCE).until(() -> job().getInt("[0].linesRead") == 1);
            given().delete("/v1/imports/" + job().getString("[0].id")).then().statusCode(200);
            first.socket.getInputStream().readNBytes(12);
        }
        assertReused(keyed(csv(HEADER + entry(2))));
        assertReplayed(keyed(csv(HEADER + entry(1) + entry(3))), "cancelled");
    }

    /**
     * However little of the file arrived, and whatever the damage: sent again as a whole under its key, every entry is
     * recorded once.
     */
    @Test
    void a_compressed_file_that_was_cut_off_or_damaged_can_be_sent_again_under_its_key() throws Exception {
        byte[] file = concatenated(HEADER + entry(1), entry(2), entry(3));
        List<Future<?>> mended = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int at = 0; at < file.length; at++) {
                byte[] cut = Arrays.copyOf(file, at);
                String key = run + "-" + at;
                mended.add(threads.submit(() -> assertMended(cut, file, key)));
                if (at % 4 == 0) {
                    byte[] damaged = file.clone();
                    damaged[at] ^= 0x10;
                    mended.add(threads.submit(() -> assertMended(damaged, file, key + "-damaged")));
                }
            }
        }
        for (Future<?> each : mended) {
            each.get();
        }
    }

    private static void assertMended(byte[] sent, byte[] whole, String key) {
        Response first = send(csv(sent).header("Content-Encoding", "gzip").header("Idempotency-Key", key));
        boolean isNone = first.statusCode() == 400;
        JsonPath answer = first.jsonPath();
        if (isNone) {
            assertThat(answer.getString("type")).isEqualTo("/problems/malformed-file");
            assertThat(answer.getString("detail")).contains("at byte ");
        } else if (answer.getString("state").equals("failed")) {
            assertThat(answer.getInt("refused")).isZero();
            assertThat(answer.getString("problem.detail")).contains("at byte ");
            assertThat(answer.getInt("problem.line")).isBetween(2, 5);
        } else {
            // the end of a part looks like the end of the file, and some bytes have no effect: the file can't be known
            // to be cut off
            assertThat(answer.getString("state")).isEqualTo("done");
            assertThat(answer.getInt("refused")).isZero();
        }
        String next = !isNone && answer.getString("state").equals("done") ? key + "-again" : key;
        JsonPath again = imported(csv(whole).header("Content-Encoding", "gzip").header("Idempotency-Key", next));
        assertThat(again.getString("state")).isEqualTo("done");
        assertThat(again.getInt("refused")).isZero();
        assertThat(again.getInt("recorded") + again.getInt("alreadyThere")).isEqualTo(3);
    }

    private static byte[] concatenated(String... texts) {
        var file = new ByteArrayOutputStream();
        for (String text : texts) {
            file.writeBytes(gzipped(text.getBytes(StandardCharsets.UTF_8)));
        }
        return file.toByteArray();
    }
}
