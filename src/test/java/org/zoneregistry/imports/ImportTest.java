package org.zoneregistry.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.zoneregistry.imports.ImportRequests.HEADER;
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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;

/** Whole files over HTTP. */
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

    private static void assertCounts(JsonPath job, int recorded, int alreadyThere, int refused) {
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(List.of(
                        job.getInt("linesRead"),
                        job.getInt("recorded"),
                        job.getInt("alreadyThere"),
                        job.getInt("refused")))
                .isEqualTo(List.of(recorded + alreadyThere + refused, recorded, alreadyThere, refused));
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
    void refused_lines_can_be_mended_and_sent_again() {
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
    void what_was_refused_twice_has_one_reason() {
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
    void columns_that_no_entry_has_are_refused_at_once() {
        send(csv("entryId,zone,colour,zone\n"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("violations.pointer", hasItem("/colour"))
                .body("violations.detail", hasItem("is given more than once"))
                .body("violations.pointer", hasItem("/value"));
    }

    @Test
    void a_file_that_is_none_is_refused_at_once() {
        send(csv("")).then().statusCode(400).body("type", equalTo("/problems/malformed-file"));
        send(csv("no gzip").header("Content-Encoding", "gzip"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-file"));
        send(given().header("Content-Type", "application/json").body("{}"))
                .then()
                .statusCode(415)
                .body("detail", equalTo("Send the file in UTF-8 with Content-Type: text/csv or application/x-ndjson."));
        for (String encoding : List.of("br", "zstd", "gzip, gzip")) {
            send(csv("").header("Content-Encoding", encoding))
                    .then()
                    .statusCode(415)
                    .header("Accept-Encoding", "gzip");
        }
        send(csv("").header("Content-Encoding", "gzip").header("Content-Encoding", "gzip"))
                .then()
                .statusCode(415);
        Map.of(
                        "a,b\rc,d\r", "CR alone",
                        "\u00ff\u00fea\u0000", "UTF-16",
                        "\u001f\u008b\b\u0000", "Content-Encoding: gzip",
                        "(\u00b5/\u00fd", "zstd",
                        "PK\u0003\u0004", "workbook",
                        "entryId,\"zone", "not closed")
                .forEach((file, hint) -> send(csv(file.getBytes(StandardCharsets.ISO_8859_1)))
                        .then()
                        .statusCode(400)
                        .body("type", equalTo("/problems/malformed-file"))
                        .body("detail", containsString(hint)));
    }

    @Test
    void a_quotation_that_is_never_closed_is_one_refused_line() {
        JsonPath job = imported(csv(HEADER + line(entry(1), zone, "5") + "\"" + line(entry(2), zone, "5")
                + line(entry(3), zone, "5") + line("\"A20d\"x", zone, "5") + line(entry(4), zone, "5")));
        assertCounts(job, 3, 0, 2);
        assertThat(job.getList("refusedLines.line")).isEqualTo(List.of(3, 5));
        assertThat(job.getString("refusedLines[0].detail"))
                .isEqualTo(
                        "1 violation: begins a quotation at character 1 that is not closed on the same line; a cell has"
                                + " no line breaks.");
        assertThat(job.getString("refusedLines[1].detail"))
                .isEqualTo("1 violation: has something behind the quotation that is closed at character 6.");
    }

    @Test
    void a_line_that_is_not_utf_8_is_refused_under_its_number_and_all_others_stand() {
        String text = IntStream.range(0, 6_000)
                .mapToObj(i -> line(i == 5_000 ? "\u00c4\u00fe\u00b2\u00a8" : entry(i), zone, "5"))
                .collect(Collectors.joining("", HEADER, ""));
        JsonPath job = imported(csv(text.getBytes(StandardCharsets.ISO_8859_1)));
        assertCounts(job, 5_999, 0, 1);
        assertThat(job.getInt("refusedLines[0].line")).isEqualTo(5_002);
        assertThat(job.getString("refusedLines[0].detail"))
                .isEqualTo("1 violation: is not UTF-8: see its byte 1, 0xC4.");
    }

    @Test
    void ids_that_look_like_others_are_refused_as_in_single_commands() {
        JsonPath job = imported(csv(HEADER
                + line(entry(1), zone, "5")
                + line(entry(1).replace("-1", "\u20111"), zone, "5")
                + line(entry(1) + "\u200b", zone, "5")
                + line("\uff23" + run, zone, "5")
                + line("1.23457E+17", zone, "5")
                + line(entry(2), zone.replace('-', '\u2010'), "5")
                + line(entry(3), zone, "5").replace(",,DE", ",9\u00a01,DE")
                + line("新港 " + run, zone, "5")));
        assertCounts(job, 2, 0, 6);
        assertThat(job.<String>getList("refusedLines.detail"))
                .satisfiesExactly(
                        hyphen -> assertThat(hyphen).contains("/entryId ", "U+2011", "it looks like " + entry(1)),
                        invisible -> assertThat(invisible).contains("/entryId ", "it looks like " + entry(1)),
                        wide -> assertThat(wide).contains("/entryId ", "it looks like C" + run),
                        excel -> assertThat(excel).contains("/entryId ", "a spreadsheet shows"),
                        code -> assertThat(code).contains("it looks like " + zone),
                        blank -> assertThat(blank).contains("/enterprise ", "U+00A0", "it looks like 9 1"));
    }

    @Test
    void a_json_line_that_is_broken_says_where_in_the_line() {
        JsonPath job = imported(ndjson("\n\n{\"entryId\": nothing}\n"));
        assertThat(job.getInt("refusedLines[0].line")).isEqualTo(3);
        assertThat(job.getString("refusedLines[0].detail")).matches("The line is not JSON: see column [0-9]+\\.");
    }

    @Test
    void compressed_data_that_end_too_early_fail_the_import_and_the_lines_before_stand() {
        String text = IntStream.range(0, 30_000)
                .mapToObj(i -> line(entry(i + UUID.randomUUID().toString().substring(0, 8)), zone, "5"))
                .collect(Collectors.joining("", HEADER, ""));
        byte[] whole = gzipped(text.getBytes(StandardCharsets.UTF_8));
        JsonPath job = imported(
                csv(java.util.Arrays.copyOf(whole, whole.length - 1_000)).header("Content-Encoding", "gzip"));
        assertThat(job.getString("state")).isEqualTo("failed");
        assertThat(job.getInt("recorded")).isBetween(10_000, 30_000);
        assertThat(job.getInt("problem.line")).isEqualTo(job.getInt("recorded") + 2);
    }

    @Test
    void a_line_that_is_too_long_is_refused_and_the_others_stand() {
        JsonPath job = imported(csv(
                HEADER + line(entry(1), zone, "5") + line("x".repeat(70_000), zone, "5") + line(entry(2), zone, "5")));
        assertCounts(job, 2, 0, 1);
        assertThat(job.getInt("refusedLines[0].line")).isEqualTo(3);
        assertThat(job.getString("refusedLines[0].type")).isEqualTo("/problems/body-too-large");
        assertThat(job.getString("refusedLines[0].detail")).isEqualTo("The line has more than 65536 bytes.");
        JsonPath lines = imported(ndjson("{\"entryId\": \"" + "x".repeat(70_000) + "\"}\n{}\n"));
        assertThat(lines.getList("refusedLines.type"))
                .isEqualTo(List.of("/problems/body-too-large", "/problems/validation"));
    }

    @Test
    void a_key_names_the_import_and_the_same_file_is_taken_in_once() {
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
    void an_import_that_there_is_not_is_not_found() {
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
