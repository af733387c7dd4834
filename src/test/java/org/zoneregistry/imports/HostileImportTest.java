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
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files and clients that cost much, and the limits that apply to them. */
@QuarkusTest
class HostileImportTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** How many refused lines an import keeps. */
    private static final int KEPT = 10_000;

    @TestHTTPResource("/v1/imports")
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI imports;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
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

    private String state() {
        return String.valueOf(byKey().getString("[0].state"));
    }

    /** Begins to send a chunked request, with the beginning of its body. */
    private OutputStream begin(Socket socket, String headers, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("POST /v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n" + headers
                        + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return out;
    }

    private OutputStream begin(Socket socket, String text) throws IOException {
        return begin(socket, "Idempotency-Key: " + run + "\r\n", text.getBytes(StandardCharsets.UTF_8));
    }

    private Socket connect() throws IOException {
        var socket = new Socket(imports.getHost(), imports.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static String everything(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private long stored(String job) {
        return pool.preparedQuery("select count(*) from import_refusal where job = $1")
                .execute(Tuple.of(UUID.fromString(job)))
                .map(rows -> rows.iterator().next().getLong(0))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @Test
    void the_first_refused_lines_are_kept_and_the_others_only_counted_by_type() {
        String bad = IntStream.range(0, 12_000).mapToObj(i -> "x" + i + "\n").collect(Collectors.joining());
        JsonPath job =
                imported(csv(HEADER + bad + line(run + "-1", zone, "5") + line(run + "-2", "no-such-zone", "5")));
        assertThat(job.getInt("refused")).isEqualTo(12_001);
        assertThat(job.getInt("recorded")).isEqualTo(1);
        assertThat(job.getInt("refusedNotKept")).isEqualTo(2_001);
        assertThat(job.<String, Integer>getMap("refusedByType"))
                .containsEntry("/problems/validation", 12_000)
                .containsEntry("/problems/zone-not-found", 1)
                .hasSize(2);
        assertThat(stored(job.getString("id"))).isEqualTo(KEPT);
        String file =
                given().get("/v1/imports/" + job.getString("id") + "/refused").asString();
        assertThat(file.lines().count()).isEqualTo(KEPT + 1);
    }

    @Test
    void refused_lines_that_are_long_are_kept_up_to_a_number_of_bytes() {
        String bad = "y".repeat(60_000) + "\n";
        JsonPath job = imported(csv(HEADER + bad.repeat(200)));
        assertThat(job.getInt("refused")).isEqualTo(200);
        assertThat(job.getInt("refusedNotKept")).isBetween(100, 190);
        assertThat(stored(job.getString("id"))).isEqualTo(200 - job.getInt("refusedNotKept"));
    }

    @Test
    void a_file_that_unpacks_too_far_is_refused() {
        for (String unit : List.of("x\n", "\n", HEADER)) {
            byte[] bomb = gzipped((HEADER + line(run + "-1", zone, "5") + unit.repeat(9_000_000 / unit.length()))
                    .getBytes(StandardCharsets.UTF_8));
            assertThat(bomb.length).isLessThan(50_000);
            JsonPath job = imported(csv(bomb).header("Content-Encoding", "gzip"));
            assertThat(job.getString("state")).isEqualTo("failed");
            assertThat(job.getString("problem.type")).isEqualTo("/problems/body-too-large");
            assertThat(job.getString("problem.detail")).contains("100 times");
            assertThat(job.getInt("recorded") + job.getInt("alreadyThere")).isEqualTo(1);
        }
        byte[] bomb = gzipped("\n".repeat(9_000_000).getBytes(StandardCharsets.UTF_8));
        send(csv(bomb).header("Content-Encoding", "gzip")).then().statusCode(413);
        assertThat(imported(ndjson("").body(bomb).header("Content-Encoding", "gzip"))
                        .getString("problem.type"))
                .isEqualTo("/problems/body-too-large");
    }

    @Test
    void a_compressed_file_in_many_parts_is_read_to_its_end() throws Exception {
        var parts = new ByteArrayOutputStream();
        parts.write(gzipped(HEADER.getBytes(StandardCharsets.UTF_8)));
        parts.write(gzipped(new byte[0]));
        for (int i = 0; i < 2_000; i++) {
            parts.write(gzipped("\n".getBytes(StandardCharsets.UTF_8)));
        }
        parts.write(gzipped(line(run + "-1", zone, "5").getBytes(StandardCharsets.UTF_8)));
        JsonPath job = imported(csv(parts.toByteArray()).header("Content-Encoding", "gzip"));
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getInt("recorded")).isEqualTo(1);
    }

    /** The JDK's reader uses one more stack frame for each empty part. */
    @Test
    void very_many_empty_parts_are_skipped_and_leave_nothing_running() throws Exception {
        var parts = new ByteArrayOutputStream();
        parts.write(gzipped((HEADER + line(run + "-1", zone, "5")).getBytes(StandardCharsets.UTF_8)));
        byte[] nothing = gzipped(new byte[0]);
        for (int i = 0; i < 100_000; i++) {
            parts.write(nothing);
        }
        parts.write(gzipped(line(run + "-2", zone, "5").getBytes(StandardCharsets.UTF_8)));
        JsonPath job = imported(
                csv(parts.toByteArray()).header("Content-Encoding", "gzip").header("Idempotency-Key", run));
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getInt("recorded")).isEqualTo(2);
    }

    @Test
    void blank_lines_are_counted_separately() {
        for (String end : List.of("\n", "")) {
            JsonPath job = imported(csv("\n" + HEADER + "\n\n" + line(run + "-1", zone, "5") + "\n\n" + end));
            assertThat(job.getInt("linesRead")).isEqualTo(1);
            assertThat(job.getInt("blankLines")).isEqualTo(end.isEmpty() ? 5 : 6);
        }
        JsonPath job = imported(ndjson("\n\n  \n{}\n\r\n"));
        assertThat(job.getInt("linesRead")).isEqualTo(1);
        assertThat(job.getInt("blankLines")).isEqualTo(4);
    }

    @Test
    void an_import_ends_when_its_client_is_gone_although_much_has_arrived() throws Exception {
        var random = new Random(7);
        byte[] file = gzipped((HEADER
                        + IntStream.range(0, 120_000)
                                .mapToObj(i -> random.nextInt(1_000) + "\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(file.length).isLessThan(250_000);
        try (Socket socket = connect()) {
            begin(socket, "Content-Encoding: gzip\r\nIdempotency-Key: " + run + "\r\n", file);
            await().atMost(PATIENCE).until(() -> byKey().getInt("size()") == 1);
        }
        await().atMost(PATIENCE).until(() -> !state().equals("running"));
        assertThat(state()).isEqualTo("interrupted");
        assertThat(byKey().getInt("[0].linesRead")).isLessThan(100_000);
        assertThat(byKey().getString("[0].problem.detail")).contains("Send the file again");
    }

    @Test
    void clients_that_send_nothing_do_not_block_others() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                slow.add(connect());
                begin(slow.getLast(), "", HEADER.getBytes(StandardCharsets.UTF_8));
            }
            for (int i = 0; i < 3; i++) {
                JsonPath job = imported(csv(HEADER + line(run + "-" + i, zone, "5")));
                assertThat(job.getInt("recorded")).isEqualTo(1);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void a_running_import_can_be_cancelled() throws Exception {
        try (Socket socket = connect()) {
            begin(socket, HEADER + line(run + "-1", zone, "5"));
            await().atMost(PATIENCE).until(() -> byKey().getInt("size()") == 1 && byKey().getInt("[0].recorded") == 1);
            String address = "/v1/imports/" + byKey().getString("[0].id");
            for (int i = 0; i < 2; i++) {
                JsonPath cancelled =
                        given().delete(address).then().statusCode(200).extract().jsonPath();
                assertThat(cancelled.getString("state")).isEqualTo("cancelled");
                assertThat(cancelled.getString("endedAt")).isNotNull();
            }
            assertThat(everything(socket)).contains(" 202 ", "\"state\":\"cancelled\"", "\"recorded\":1");
            assertThat(state()).isEqualTo("cancelled");
            var again = send(csv(HEADER + line(run + "-1", zone, "5")).header("Idempotency-Key", run));
            assertThat(again.statusCode()).isEqualTo(202);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.jsonPath().getString("state")).isEqualTo("cancelled");
        }
    }

    @Test
    void an_import_that_has_ended_keeps_its_state_and_an_unknown_one_is_not_found() {
        JsonPath job = imported(csv(HEADER));
        given().delete("/v1/imports/" + job.getString("id"))
                .then()
                .statusCode(200)
                .body("state", equalTo("done"));
        given().delete("/v1/imports/" + UUID.randomUUID()).then().statusCode(404);
        given().delete("/v1/imports/nonsense").then().statusCode(404);
    }

    @Test
    void a_run_that_has_lost_its_job_ends() throws Exception {
        try (Socket socket = connect()) {
            begin(socket, HEADER);
            await().atMost(PATIENCE).until(() -> byKey().getInt("size()") == 1);
            // as another node does that takes over the job
            pool.preparedQuery("update job set run = $2 where id = $1")
                    .execute(Tuple.of(UUID.fromString(byKey().getString("[0].id")), UUID.randomUUID()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            socket.setSoTimeout(10_000);
            assertThat(everything(socket)).startsWith("HTTP/1.1 ");
        }
        await().atMost(PATIENCE).until(() -> state().equals("interrupted"));
    }
}
