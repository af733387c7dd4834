package org.zoneregistry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(HttpProfile.class)
class StrictBodyTest {

    /** A valid body with one additional member. */
    private static String with(String member) {
        return """
                {"code": "new-harbour-cbz", "name": {"en": "New Harbour", "zh": "新港"}, "effectiveOn": "2022-12-31", \
                %s}""".formatted(member);
    }

    private static ValidatableResponse post(byte[] body) {
        return given().contentType("application/json")
                .body(body)
                .post("/test/things")
                .then();
    }

    private static ValidatableResponse post(String body) {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse refused(String body) {
        return post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/validation"))
                .body("status", equalTo(400))
                .body("instance", equalTo("/test/things"));
    }

    /** It is read on an event loop. */
    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "{}", "\"0\"", "[]"})
    @Timeout(10)
    void a_long_list_is_refused_before_its_elements_are_read(String element) {
        String list = "[" + (element + ",").repeat(900_000 / (element.length() + 1)) + element + "]";
        refused(with("\"absorbs\": " + list));
        String many = "[" + (element + ",").repeat(900) + element + "]";
        refused(with("\"absorbs\": " + many));
    }

    private static Map<String, String> violations(ValidatableResponse response) {
        List<Map<String, String>> violations = response.extract().path("violations");
        var byPointer = new java.util.TreeMap<String, String>();
        violations.forEach(violation ->
                byPointer.put(String.valueOf(violation.get("pointer")), String.valueOf(violation.get("detail"))));
        return byPointer;
    }

    @Test
    void takes_a_good_body() {
        post(with("\"areaKm2\": 4.250, \"value\": \"7.5\", \"kind\": \"r-and-d-platform\", \"leading\": false,"
                        + " \"absorbs\": [\"aa\"], \"values\": {\"free\": [1]}, \"effectiveNotBefore\": null"))
                .statusCode(201);
    }

    @Test
    void reports_every_missing_member_at_once() {
        assertThat(violations(refused("{}")))
                .containsOnly(
                        Map.entry("/code", "is required"),
                        Map.entry("/name", "is required"),
                        Map.entry("/effectiveOn", "is required"));
    }

    @Test
    void reports_everything_that_is_wrong_at_once() {
        var response = refused("""
                {"code": "Not A Slug", "name": {"zh": "x\\u0000", "fr": "Zone"}, "effectiveOn": "2022-02-30", \
                "effectiveNotBefore": 2022,
                 "kind": "warm-chain", "areaKm2": "4.25", "value": 12, "leading": "true", "count": 1.0,
                 "absorbs": ["a", null, 7, "ok"], "values": [], "colour": "red", "a/b~c": 1, "colour": "blue"}""");
        assertThat(violations(response))
                .containsOnlyKeys(
                        "/code",
                        "/name/en",
                        "/name/zh",
                        "/name/fr",
                        "/effectiveOn",
                        "/effectiveNotBefore",
                        "/kind",
                        "/areaKm2",
                        "/value",
                        "/leading",
                        "/count",
                        "/absorbs/0",
                        "/absorbs/1",
                        "/absorbs/2",
                        "/values",
                        "/colour",
                        "/a~1b~0c")
                .containsEntry("/effectiveOn", "is not a day of the calendar")
                .containsEntry("/kind", "must be one of cold-chain, r-and-d-platform")
                .containsEntry("/value", "must be a string, not an integer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "12", "true", "null"})
    void takes_only_an_object(String body) {
        assertThat(violations(refused(body))).containsOnlyKeys("");
    }

    @Test
    void checks_rules_between_members_last() {
        assertThat(violations(refused("""
                {"code": "a", "name": {"en": "A"}, \
                "effectiveOn": "1999"}"""))).containsOnly(Map.entry("", "must not be of the year 1999"));
        assertThat(violations(refused(with("\"effectiveNotBefore\": \"2023\""))))
                .containsOnly(Map.entry("/effectiveNotBefore", "must not be after effectiveOn"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"code\": \"a\"",
                "{'code': 'a'}",
                "{\"code\": }",
                "{\"code\": 01}",
                "{\"code\": NaN}",
                "{} {}",
                "{}x",
                "{,}",
                "{\"a\": 1,}",
                "// no\n{}",
                "nul",
                "\uFEFF{}",
                "{\"code\": \"a\u0000b\"}",
                "{\"code\": \"a\tb\"}",
                "{\"code\": \"\\x\"}",
                "{\"areaKm2\": 1e99999999999}",
                "{\"a\": 1.2.3}",
                "]"
            })
    void says_that_what_is_not_json_is_not(String body) {
        post(body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/malformed-json"));
    }

    @Test
    void says_so_too_where_the_bytes_are_not_utf_8() {
        post(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}).body("type", equalTo("/problems/malformed-json"));
        post("{}".getBytes(StandardCharsets.UTF_16)).body("type", equalTo("/problems/malformed-json"));
    }

    @Test
    void refuses_deep_nesting() {
        post(with("\"values\": " + "[".repeat(100_000))).body("type", equalTo("/problems/malformed-json"));
        post(with("\"values\": {\"a\": " + "[".repeat(31) + "]".repeat(31) + "}"))
                .body("type", equalTo("/problems/malformed-json"))
                .body("detail", containsString("32"));
        post(with("\"values\": {\"a\": " + "[".repeat(30) + "]".repeat(30) + "}"))
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "\\ud800",
                "\\udc00x",
                "\\u202e",
                "\\u2066",
                "\\u200f",
                "\\u0085",
                "\\uffff",
                "\\u001b[31m"
            })
    void refuses_deceptive_characters_in_names(String escaped) {
        assertThat(violations(refused("""
                {"code": "a", "name": {"en": "A%sB"}, \
                "effectiveOn": "2022"}""".formatted(escaped)))).containsOnlyKeys("/name/en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void a_strange_member_name_is_told_back_in_one_piece(String start) {
        refused(with("\"" + start + "\\ud83d\\ude00".repeat(200) + "\": 1")).body("violations", hasSizeOne());
    }

    @Test
    void a_member_name_with_half_a_character_is_no_json() {
        post(with("\"\\ud800" + "x".repeat(200) + "\": 1"))
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-json"));
    }

    private static org.hamcrest.Matcher<java.util.Collection<?>> hasSizeOne() {
        return org.hamcrest.Matchers.hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-30, is not a day of the calendar",
        "10000-01-01, 'must be a date such as 2022-12-31, 2022-12 or 2022'",
        "1800-01-01, must be in the years 1900 to 2100",
        "yesterday, 'must be a date such as 2022-12-31, 2022-12 or 2022'"
    })
    void says_what_is_wrong_with_a_date(String date, String detail) {
        assertThat(violations(refused(with("\"effectiveNotBefore\": \"" + date + "\""))))
                .containsOnly(Map.entry("/effectiveNotBefore", detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1e3", "1000000000000000", "-1", "0", "0.00", "1,5", ""})
    void refuses_money_that_is_not_exact(String money) {
        assertThat(violations(refused(with("\"value\": \"" + money + "\"")))).containsOnlyKeys("/value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "100000.1",
                "100001",
                "1e6",
                "0.0000001",
                "1e999999999",
                "1e-999999999",
                "0e999999999",
                "true"
            })
    void refuses_areas_that_can_not_be(String area) {
        assertThat(violations(refused(with("\"areaKm2\": " + area)))).containsOnlyKeys("/areaKm2");
    }

    @Test
    void a_member_given_twice_is_a_violation_at_any_level() {
        assertThat(violations(refused("""
                {"code": "a", "name": {"en": "A", "en": "B"}, \
                "effectiveOn": "2022"}"""))).containsOnly(Map.entry("/name/en", "is given more than once"));
    }

    @Test
    void reports_no_more_violations_than_anybody_reads() {
        var many = new StringBuilder();
        for (var i = 0; i < 50_000; i++) {
            many.append(",\"m").append(i).append("\":1");
        }
        refused("{\"a\":1" + many + "}")
                .body("violations.size()", lessThanOrEqualTo(100))
                .body("violations.pointer", everyItem(containsString("/")))
                .body("violations.pointer", hasItem("/m1"));
    }

    @Test
    void values_come_out_as_they_are_written() {
        given().contentType("application/json")
                .body(with("\"areaKm2\": 4.250, \"value\": \"7.5\", \"kind\": \"r-and-d-platform\""))
                .post("/test/things/a/name")
                .then()
                .statusCode(200)
                .body("body.value", equalTo("7.50"))
                .body("body.kind", equalTo("r-and-d-platform"))
                .body("body.areaKm2", equalTo(4.25f))
                .body("on.notBefore", equalTo("2022-12-31"));
    }
}
