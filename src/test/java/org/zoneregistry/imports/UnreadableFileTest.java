package org.zoneregistry.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files and lines that can't be read, or only with a risk of error. */
@QuarkusTest
class UnreadableFileTest {

    private final String run = UUID.randomUUID().toString().substring(0, 13);
    private String zone = "";

    @BeforeEach
    void establishAZone() {
        zone = ImportRequests.zone();
    }

    private String entry(Object number) {
        return run + "-" + number;
    }

    @Test
    void unknown_columns_are_refused_at_once() {
        send(csv("entryId,zone,colour,zone\n"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("violations.pointer", hasItem("/colour"))
                .body("violations.detail", hasItem("is given more than once"))
                .body("violations.pointer", hasItem("/value"));
    }

    @Test
    void a_file_of_another_format_is_refused_at_once() {
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
        JsonPath job = imported(csv(Arrays.copyOf(whole, whole.length - 1_000)).header("Content-Encoding", "gzip"));
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
}
