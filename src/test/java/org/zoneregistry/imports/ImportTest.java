package org.zoneregistry.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.zoneregistry.imports.ImportRequests.HEADER;
import static org.zoneregistry.imports.ImportRequests.assertCounts;
import static org.zoneregistry.imports.ImportRequests.csv;
import static org.zoneregistry.imports.ImportRequests.gzipped;
import static org.zoneregistry.imports.ImportRequests.imported;
import static org.zoneregistry.imports.ImportRequests.line;
import static org.zoneregistry.imports.ImportRequests.ndjson;
import static org.zoneregistry.imports.ImportRequests.send;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;

/** Whole files over HTTP, with good and with refused lines. */
@QuarkusTest
class ImportTest {

    @Inject
    EventLog log;

    private final String run = UUID.randomUUID().toString().substring(0, 13);
    private String zone = "";

    @BeforeEach
    void establishAZone() {
        zone = ImportRequests.zone();
    }

    private String entry(Object number) {
        return run + "-" + number;
    }

    private List<StoredEvent> recorded(Object number) throws Exception {
        return log.readMatching(0, Long.MAX_VALUE, List.of(), List.of("entry:" + entry(number)), 10)
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }

    @Test
    void records_every_entry_as_a_single_command_would() throws Exception {
        JsonPath job = imported(csv(HEADER + line(entry(1), zone, "1250000.5") + line(entry(2), zone, "7")));
        assertCounts(job, 2, 0, 0);
        StoredEvent event = recorded(1).getFirst();
        assertThat(event.type()).isEqualTo("TradeRecorded");
        assertThat(event.position()).isEqualTo(job.getLong("position") - 1);
        assertThat(event.tags()).containsExactlyInAnyOrder("entry:" + entry(1), "zone:" + zone);
        assertThat(event.metadata())
                .containsEntry("actor", "local")
                .containsEntry("role", "open-access")
                .containsEntry("source", "/v1/imports/" + job.getString("id"))
                .containsKey("correlationId");
        assertThat(event.data().toString()).contains("\"1250000.50\"", "\"84\"", "\"DE\"");
    }

    @Test
    void the_order_of_the_columns_does_not_matter_and_optional_ones_may_be_absent() {
        JsonPath job = imported(csv("value,zone,businessForm,direction,period,entryId\r\n5.00," + zone
                + ",other,total,2022," + entry(1) + "\r\n"));
        assertCounts(job, 1, 0, 0);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() {
        assertCounts(imported(csv("\uFEFF" + HEADER + line(entry(1), zone, "5"))), 1, 0, 0);
        assertCounts(imported(csv("\uFEFF\"entryId\"" + HEADER.substring(7) + line(entry(2), zone, "5"))), 1, 0, 0);
    }

    @Test
    void takes_json_lines() {
        String good = """
                {"entryId": "%s", "zone": "%s", "period": "2022-12", "direction": "export", \
                "businessForm": "other", "value": "12.50"}
                """.formatted(entry(1), zone);
        JsonPath job = imported(ndjson(good
                + "\n"
                + "{\"entryId\": 7}\n"
                + "{broken\n"
                + good.replace(entry(1), entry(2)).replace("\"other\"", "\"other\", \"colour\": \"red\"")
                + good.replace(entry(1), entry(3)).strip()));
        assertCounts(job, 2, 0, 3);
        assertThat(job.getList("refusedLines.line")).isEqualTo(List.of(3, 4, 5));
        assertThat(job.getList("refusedLines.type"))
                .isEqualTo(List.of("/problems/validation", "/problems/malformed-json", "/problems/validation"));
        assertThat(job.getString("refusedLines[0].detail")).contains("/entryId must be a string, not an integer");
        assertThat(job.getString("refusedLines[2].detail")).contains("/colour is not a known member");
    }

    @Test
    void takes_compressed_files() {
        String text = HEADER + line(entry(1), zone, "5");
        assertCounts(
                imported(csv(gzipped(text.getBytes(StandardCharsets.UTF_8))).header("Content-Encoding", "gzip")),
                1,
                0,
                0);
    }

    @Test
    void a_file_with_a_header_alone_adds_nothing() {
        assertCounts(imported(csv(HEADER)), 0, 0, 0);
        assertCounts(imported(ndjson("")), 0, 0, 0);
    }

    @Test
    void good_lines_stand_and_bad_ones_are_reported_with_their_numbers() {
        JsonPath job = imported(csv(HEADER
                + line(entry(1), zone, "5") // 2
                + line(entry(2), zone, "-5") // 3
                + line(entry(3), "no-such-zone", "5") // 4
                + "\n" // 5
                + "\"" + entry(4) + "\n\"," + zone + ",2022-12,export,other,,,,5\n" // 6, 7: no cell has a line break
                + entry(5) + "," + zone + ",2009,export,other,,,,5\n" // 8
                + "too,few\n" // 9
                + entry(6) + "," + zone + ",2022-13,sideways,other,99,,XX,\n" // 10
                + line(entry(7), "No Zone", "5") // 11
                + line(entry(8), zone, "5"))); // 12
        assertCounts(job, 2, 0, 8);
        assertThat(job.getList("refusedLines.line")).isEqualTo(List.of(3, 4, 6, 7, 8, 9, 10, 11));
        assertThat(job.getList("refusedLines.type"))
                .isEqualTo(List.of(
                        "/problems/validation",
                        "/problems/zone-not-found",
                        "/problems/validation",
                        "/problems/validation",
                        "/problems/zone-not-live",
                        "/problems/validation",
                        "/problems/validation",
                        "/problems/zone-not-found"));
        assertThat(job.getString("refusedLines[5].detail"))
                .isEqualTo("1 violation: must have as many fields as the header line, 9, not 2.");
        assertThat(job.getString("refusedLines[6].detail"))
                .startsWith("5 violations: /period ")
                .contains("/direction must be one of import, export, total", "/hsChapter ", "/partner ")
                .contains("/value is required");
    }

    @Test
    void an_entry_counts_once_in_a_file_and_the_first_one_stands() throws Exception {
        JsonPath job = imported(
                csv(HEADER + line(entry(1), zone, "5") + line(entry(1), zone, "5.00") + line(entry(1), zone, "6")));
        assertCounts(job, 1, 1, 1);
        assertThat(job.getString("refusedLines[0].type")).isEqualTo("/problems/entry-content-differs");
        assertThat(job.getInt("refusedLines[0].line")).isEqualTo(4);
        assertThat(recorded(1)).hasSize(1);
    }

    @Test
    void the_same_file_sent_twice_adds_nothing() {
        String text = HEADER + line(entry(1), zone, "5") + line(entry(2), zone, "6") + line(entry(3), zone, "x");
        assertCounts(imported(csv(text)), 2, 0, 1);
        assertCounts(imported(csv(text)), 0, 2, 1);
    }

    @Test
    void an_entry_of_many_batches_is_recorded_once() throws Exception {
        String text = IntStream.range(0, 5_000)
                .mapToObj(i -> line(entry(i % 2_500), zone, "5"))
                .collect(Collectors.joining("", HEADER, ""));
        assertCounts(imported(csv(text)), 2_500, 2_500, 0);
        assertThat(recorded(0)).hasSize(1);
        assertThat(recorded(2_499)).hasSize(1);
    }

    @Test
    void refused_lines_can_be_corrected_and_sent_again() {
        String text = HEADER + line(entry(1), zone, "5") + line(entry(2), zone, "five, about");
        // a comma in the value: two fields too many, unless it is quoted
        text = text.replace("five, about", "\"five, \"\"about\"\"\"");
        JsonPath job = imported(csv(text));
        assertCounts(job, 1, 0, 1);
        String mend = given().accept("text/csv")
                .get("/v1/imports/" + job.getString("id") + "/refused")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(mend.lines().toList().getFirst()).isEqualTo(HEADER.strip() + ",problem");
        assertThat(mend).contains(",\"five, \"\"about\"\"\",\"validation: 1 violation: /value must ");
        JsonPath mended = imported(csv(mend.replace("\"five, \"\"about\"\"\"", "5")));
        assertCounts(mended, 1, 0, 0);
    }

    @Test
    void a_line_that_was_refused_twice_has_one_reason() {
        String bad = HEADER + line(entry(1), zone, "x");
        String first = imported(csv(bad)).getString("id");
        String second = imported(
                        csv(given().get("/v1/imports/" + first + "/refused").asString()))
                .getString("id");
        assertThat(given().get("/v1/imports/" + second + "/refused").asString())
                .isEqualTo(given().get("/v1/imports/" + first + "/refused").asString());
    }

    @Test
    void refused_lines_come_in_pages() {
        String text = IntStream.range(0, 2_100)
                .mapToObj(i -> line(entry(i), zone, "x"))
                .collect(Collectors.joining("", HEADER, ""));
        JsonPath job = imported(csv(text));
        assertCounts(job, 0, 0, 2_100);
        assertThat(job.getList("refusedLines")).hasSize(50);
        var page = given().get("/v1/imports/" + job.getString("id") + "?limit=1000");
        assertThat(page.jsonPath().getList("refusedLines")).hasSize(1000);
        String next = page.header("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1");
        assertThat(given().get(next).jsonPath().getInt("refusedLines[0].line")).isEqualTo(1002);
        assertThat(given().get("/v1/imports/" + job.getString("id") + "/refused")
                        .asString()
                        .lines()
                        .count())
                .isEqualTo(2_101);
    }

    @Test
    void a_key_names_the_import_and_the_same_file_is_imported_once() {
        String key = "key of " + run;
        String text = HEADER + line(entry(1), zone, "5");
        var first = send(csv(text).header("Idempotency-Key", key));
        var again = send(csv(text).header("Idempotency-Key", key));
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.jsonPath().getInt("recorded")).isEqualTo(1);
        send(csv(text + line(entry(2), zone, "5")).header("Idempotency-Key", key))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        given().queryParam("idempotencyKey", key)
                .get("/v1/imports")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1))
                .body("[0].id", equalTo(first.jsonPath().getString("id")));
    }

    @Test
    void imports_are_listed_latest_first() {
        String first = imported(csv(HEADER)).getString("id");
        String second = imported(csv(HEADER)).getString("id");
        List<String> ids =
                given().queryParam("limit", 1000).get("/v1/imports").jsonPath().getList("id");
        assertThat(ids.indexOf(second)).isLessThan(ids.indexOf(first));
    }

    @Test
    void an_unknown_import_is_not_found() {
        for (String id : List.of(UUID.randomUUID().toString(), "nonsense")) {
            for (String path : List.of("", "/progress", "/refused")) {
                given().get("/v1/imports/" + id + path)
                        .then()
                        .statusCode(404)
                        .body("type", equalTo("/problems/import-not-found"));
            }
        }
    }

    @Test
    void progress_is_sent_until_the_end() {
        String id = imported(csv(HEADER + line(entry(1), zone, "5"))).getString("id");
        String events = given().accept("text/event-stream")
                .get("/v1/imports/" + id + "/progress")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
        assertThat(events).contains("event: progress", "\"state\":\"done\"", "\"recorded\":1");
    }
}
