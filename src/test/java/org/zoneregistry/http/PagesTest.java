package org.zoneregistry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(HttpProfile.class)
class PagesTest {

    private static Response get(String address) {
        return given().urlEncodingEnabled(false).get(address);
    }

    private static String next(Response response) {
        var link = response.getHeader("Link");
        assertThat(link).matches("</test/things\\?[^<>]+>; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }

    @Test
    void links_lead_through_the_whole_list_at_one_point_in_time() {
        var codes = new ArrayList<String>();
        var page = get("/test/things?limit=3&validAt=2022-12-31&q=%E5%8C%BA");
        for (var pages = 1; pages < 3; pages++) {
            codes.addAll(page.jsonPath().<String>getList("code"));
            var next = next(page);
            assertThat(next).contains("limit=3").contains("validAt=2022-12-31").contains("q=%E5%8C%BA");
            page = get(next);
            page.then().statusCode(200).header("Registry-Position", "4");
        }
        codes.addAll(page.jsonPath().<String>getList("code"));
        page.then().header("Link", nullValue());
        assertThat(codes)
                .isEqualTo(List.of("thing-1", "thing-2", "thing-3", "thing-4", "thing-5", "thing-6", "thing-7"));
    }

    @Test
    void a_list_that_fits_has_no_next_page() {
        get("/test/things").then().statusCode(200).header("Link", nullValue()).body("size()", equalTo(7));
        get("/test/things?limit=7").then().header("Link", nullValue()).body("size()", equalTo(7));
    }

    @Test
    void the_limit_may_change_on_the_way_and_nothing_else() {
        var next = next(get("/test/things?limit=3"));
        get(next.replace("limit=3", "limit=1000")).then().statusCode(200).body("size()", equalTo(4));
        get(next + "&q=a").then().statusCode(400).body("violations.pointer", contains("?cursor"));
        get(next + "&validAt=2020-01-01").then().statusCode(400).body("violations.pointer", contains("?cursor"));
    }

    @Test
    void a_cursor_goes_on_however_its_parameters_are_encoded() {
        var next = next(get("/test/things?limit=3&q=%E5%8C%BA"));
        get(next.replace("%E5%8C%BA", "%e5%8c%ba")).then().statusCode(200).body("size()", equalTo(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%00", "AAAA", "AQAAAAAAAAAEAAAAAAAAS5cAAAAAAAAABwAAAAAAAAAA", "..", "%E5%8C%BA"})
    void a_broken_cursor_is_a_violation(String cursor) {
        get("/test/things?cursor=" + cursor)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/validation"))
                .body("violations.pointer", contains("?cursor"));
    }

    /** The first bytes give the position, and the last ones a hash that anybody can compute. */
    @Test
    void a_cursor_that_is_made_up_is_a_violation_and_not_repeated() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        var out = new java.io.DataOutputStream(bytes);
        out.writeByte(1);
        out.writeLong(4);
        out.writeLong(19_000);
        out.writeLong(firstBytes("/test/things\n"));
        out.writeByte(1);
        out.writeUTF("7\u0000\u001b[31m\nERROR forged");
        out.writeLong(java.nio.ByteBuffer.wrap(
                        java.security.MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()))
                .getLong());
        var forged = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        get("/test/things?cursor=" + forged)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("violations.pointer", contains("?cursor"))
                .body(not(containsString("forged")))
                .body(not(containsString(forged)));
    }

    private static long firstBytes(String text) throws Exception {
        return java.nio.ByteBuffer.wrap(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .getLong();
    }

    @Test
    void lists_that_are_as_they_are_now_take_no_other_cursor_either() {
        for (var list : List.of("/v1/imports", "/v1/audit/checkpoints")) {
            for (var cursor : List.of("MQ", "0", "zzzz", "MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw")) {
                get(list + "?cursor=" + cursor).then().statusCode(400).body("violations.pointer", contains("?cursor"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "x", "1e2", "", "99999999999999999999", "+1", "01"})
    void a_limit_is_from_1_to_1000(String limit) {
        get("/test/things?limit=" + limit).then().statusCode(400).body("violations.pointer", contains("?limit"));
    }

    @Test
    void the_same_rows_are_to_be_had_as_csv() {
        given().accept("text/csv")
                .get("/test/things?limit=2")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Link", containsString("rel=\"next\""))
                .header("Registry-Position", "4")
                .header("Vary", containsString("Accept"))
                .body(equalTo("""
                        code,name.en,name.zh,kinds,gap\r
                        thing-1,"=SUM(""1""),",区,a;b,\r
                        thing-2,"=SUM(""2""),",区,a;b,\r
                        """));
    }

    @Test
    void the_same_rows_are_to_be_had_as_a_workbook() {
        given().accept(RowForms.XLSX)
                .get("/test/things?limit=2")
                .then()
                .statusCode(200)
                .contentType(RowForms.XLSX)
                .header("Link", containsString("rel=\"next\""))
                .header("ETag", notNullValue());
        get("/test/things?limit=2&format=csv").then().header("Content-Type", containsString("text/csv"));
    }

    @Test
    void json_is_what_a_client_gets_that_does_not_mind() {
        given().accept("*/*").get("/test/things").then().contentType("application/json");
        given().accept("text/csv;q=0.1, application/json")
                .get("/test/things")
                .then()
                .contentType("application/json");
    }
}
