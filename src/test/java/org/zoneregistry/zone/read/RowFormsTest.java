package org.zoneregistry.zone.read;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.testing.UniqueCodes;

/** Rows are to be had as CSV and as a workbook, by the header or by the address. */
@QuarkusTest
class RowFormsTest {

    private final Office office = new Office();

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).get(path).then();
    }

    @Test
    void the_address_chooses_the_form_whatever_the_header_says() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-JS", "2014-01-01", "2.5");
        String zones = "/v1/zones?validAt=2014-12-31&q=" + zone + "&knownAt=" + office.position();
        get(zones + "&format=csv")
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString(zone));
        get(zones + "&format=json").contentType("application/json").body("total", equalTo(1));
        byte[] workbook = get(zones + "&format=xlsx")
                .statusCode(200)
                .contentType(RowForms.XLSX)
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .asByteArray();
        assertThat(new String(workbook, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        var asked =
                given().accept(RowForms.XLSX).get(zones).then().statusCode(200).extract();
        assertThat(asked.asByteArray()).isEqualTo(workbook);
        given().accept("application/json")
                .header("If-None-Match", asked.header("ETag"))
                .get(zones + "&format=xlsx")
                .then()
                .statusCode(304);
    }

    @Test
    void another_form_is_refused_and_so_is_the_parameter_where_there_are_no_rows() {
        get("/v1/zones?format=ods")
                .statusCode(400)
                .body("violations[0].pointer", equalTo("?format"))
                .body("violations[0].detail", equalTo("must be one of json, csv, xlsx"));
        get("/v1/zones?format=").statusCode(400);
        get("/v1/zones?format=csv&format=csv").statusCode(400);
        get("/v1/audit/keys?format=csv").statusCode(400).body("violations[0].pointer", equalTo("?format"));
    }

    @Test
    void further_pages_have_the_same_form() {
        office.establish(UniqueCodes.next(), "bonded-zone", "CN-JS", "2014-01-01", "null");
        office.establish(UniqueCodes.next(), "bonded-zone", "CN-JS", "2014-01-01", "null");
        String next = get("/v1/zones?validAt=2014-12-31&format=xlsx&limit=1")
                .extract()
                .header("Link");
        get(next.substring(1, next.indexOf('>'))).statusCode(200).contentType(RowForms.XLSX);
    }

    /** Every resource that has CSV. */
    @Test
    void wherever_there_is_csv_there_is_a_workbook() throws Exception {
        var document = new ObjectMapper()
                .readTree(given().accept("application/json").get("/openapi").asByteArray());
        var lists = new ArrayList<String>();
        for (var path : document.path("paths").properties()) {
            var get = path.getValue().path("get");
            var content = get.at("/responses/200/content");
            if (content.has("text/csv") && content.has("application/json")) {
                lists.add(path.getKey());
                assertThat(content.has(RowForms.XLSX)).as(path.getKey()).isTrue();
                assertThat(get.path("parameters").findValuesAsText("name"))
                        .as(path.getKey())
                        .contains("format");
            }
        }
        assertThat(lists).hasSizeGreaterThan(15).contains("/v1/zones", "/v1/trade", "/v1/events");
        for (String list : lists) {
            if (!list.contains("{")) {
                int status = given().get(list).statusCode();
                assertThat(given().get(list + "?format=xlsx").statusCode())
                        .as(list)
                        .isEqualTo(status);
            }
        }
    }
}
