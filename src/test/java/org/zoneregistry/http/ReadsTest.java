package org.zoneregistry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(HttpProfile.class)
class ReadsTest {

    private static final String YEAR = "public, max-age=31536000, immutable";

    private static ValidatableResponse get(String query) {
        return given().urlEncodingEnabled(false).get("/test/things/a" + query).then();
    }

    private static void isRefused(ValidatableResponse response, String pointer) {
        response.statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/validation"))
                .body("violations.pointer", contains(pointer));
    }

    @Test
    void the_latest_is_what_the_projection_has() {
        get("").statusCode(200)
                .header("Registry-Position", "4")
                .header("Registry-Known-At", "2024-03-20T02:04:00.123456Z")
                .header("Memento-Datetime", nullValue())
                .header("Cache-Control", "no-cache")
                .header("Vary", containsString("Accept-Datetime"))
                .body("position", equalTo(4));
    }

    @Test
    void a_position_names_a_prefix() {
        get("?knownAt=2&validAt=2022-12-31")
                .header("Registry-Position", "2")
                .header("Registry-Known-At", "2024-03-20T02:02:00.123456Z")
                .header("Memento-Datetime", "Wed, 20 Mar 2024 02:02:01 GMT")
                .header("Cache-Control", YEAR)
                .body("validAt", equalTo("2022-12-31"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-20T02:02:00.123456Z, 2",
        "2024-03-20T02:02:00.123455Z, 1",
        "2024-03-20t02:02:59z, 2",
        "2024-03-20T10:02:30%2B08:00, 2",
        "2024-03-20T10:02:30+08:00, 2",
        "2000-01-01T00:00:00Z, 0",
        "0, 0"
    })
    void an_instant_names_the_prefix_up_to_it(String knownAt, String position) {
        get("?knownAt=" + knownAt).statusCode(200).header("Registry-Position", position);
    }

    @Test
    void a_past_that_the_projection_has_not_reached_is_answered_later() {
        get("?knownAt=2024-03-21T00:00:00Z").statusCode(503).body("type", equalTo("/problems/projection-behind"));
    }

    @Test
    void accept_datetime_stands_in_for_known_at() {
        given().header("Accept-Datetime", "Wed, 20 Mar 2024 02:03:00 GMT")
                .get("/test/things/a?validAt=2022-12-31")
                .then()
                .header("Registry-Position", "2")
                .header("Memento-Datetime", "Wed, 20 Mar 2024 02:02:01 GMT");
        given().header("Accept-Datetime", "Wed, 20 Mar 2024 02:03:00 GMT")
                .get("/test/things/a?knownAt=1")
                .then()
                .header("Registry-Position", "1");
    }

    @Test
    void a_past_in_valid_time_alone_is_a_memento_but_may_be_restated() {
        get("?validAt=2022-12-31")
                .header("Memento-Datetime", "Wed, 20 Mar 2024 02:04:01 GMT")
                .header("Cache-Control", "no-cache");
    }

    @Test
    void an_answer_about_today_is_immutable_only_today() {
        get("?knownAt=2").header("Cache-Control", matchesPattern("public, max-age=[0-9]{1,5}, immutable"));
    }

    @Test
    void an_answer_to_a_caller_with_credentials_is_kept_by_nobody_else() {
        given().header("Authorization", "Bearer x")
                .get("/test/things/a?knownAt=2&validAt=2022-12-31")
                .then()
                .header("Cache-Control", "private, max-age=31536000, immutable");
    }

    @Test
    void an_answer_is_refused_where_rows_were_lost_while_it_was_computed() {
        ExampleLog.LOSES_ROWS.set(true);
        try {
            get("?knownAt=2")
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/projection-behind"));
        } finally {
            ExampleLog.LOSES_ROWS.set(false);
        }
        get("?knownAt=2").statusCode(200);
    }

    @Test
    void what_the_database_has_lost_is_not_in_the_future() {
        get("?knownAt=77")
                .statusCode(503)
                .body("type", equalTo("/problems/history-lost"))
                .body("detail", startsWith("A node has seen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?knownAt=6", "?knownAt=999999999999999999", "?knownAt=2100-01-01T00:00:00Z"})
    void the_future_is_not_known(String query) {
        get(query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/known-at-in-the-future"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-1",
                "1.5",
                "2024-03-20",
                "2024-03-20T02:02:00",
                "2024-02-30T00:00:00Z",
                "10000-01-01T00:00:00Z",
                "2024-03-20T24:00:01Z",
                "99999999999999999999",
                "01",
                "%00"
            })
    void a_malformed_known_at_is_a_violation(String knownAt) {
        isRefused(get("?knownAt=" + knownAt), "?knownAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2022", "2022-12", "2022-02-30", "10000-01-01", "1800-01-01", "today", "2022-12-31T00:00:00Z"
            })
    void a_malformed_valid_at_is_a_violation(String validAt) {
        isRefused(get("?validAt=" + validAt), "?validAt");
    }

    @Test
    void every_violation_of_the_parameters_is_reported_at_once() {
        given().header("Registry-Min-Position", "x")
                .header("Accept-Datetime", "yesterday")
                .get("/test/things?validAt=x&limit=0&cursor=y&q=toolong")
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        hasItems(
                                "?validAt",
                                "?limit",
                                "?cursor",
                                "?q",
                                "header:Registry-Min-Position",
                                "header:Accept-Datetime"));
    }

    @Test
    void unknown_and_repeated_parameters_are_refused() {
        given().get("/test/things/a?validat=2022-12-31&colour=red&knownAt=1&knownAt=2")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("violations.size()", equalTo(3))
                .body("violations.pointer", hasItems("?validat", "?colour", "?knownAt"));
    }

    @Test
    void a_reader_waits_for_its_own_writes() {
        given().header("Registry-Min-Position", "4")
                .get("/test/things/a")
                .then()
                .statusCode(200);
        given().header("Registry-Min-Position", "5")
                .get("/test/things/a")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/projection-behind"));
        isRefused(
                given().header("Registry-Min-Position", "6")
                        .get("/test/things/a")
                        .then(),
                "header:Registry-Min-Position");
        isRefused(
                given().header("Registry-Min-Position", "-1")
                        .get("/test/things/a")
                        .then(),
                "header:Registry-Min-Position");
    }

    @Test
    void a_client_that_has_the_answer_gets_it_not_again() {
        var tag = get("?knownAt=2&validAt=2022-12-31").extract().header("ETag");
        assertThat(tag).matches("\"2-[0-9a-f]{32}\"");
        given().header("If-None-Match", "\"x\", W/" + tag)
                .get("/test/things/a?knownAt=2&validAt=2022-12-31")
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .header("Cache-Control", YEAR)
                .header("Registry-Position", "2")
                .body(equalTo(""));
        given().header("If-None-Match", tag)
                .get("/test/things/a?knownAt=3&validAt=2022-12-31")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-gzip", "--gzip", ";gzip", "-br", "-zstd"})
    void a_tag_that_compressing_has_changed_names_the_same(String coding) {
        var tag = get("?knownAt=2&validAt=2022-12-31").extract().header("ETag").replaceFirst("\"$", coding + "\"");
        given().header("If-None-Match", "W/" + tag)
                .get("/test/things/a?knownAt=2&validAt=2022-12-31")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/things/a", "/test/things", "/problems", "/v1/projections"})
    void whoever_wants_what_is_not_there_does_not_want_what_is(String path) {
        given().header("If-None-Match", "*").get(path).then().statusCode(304).body(equalTo(""));
    }

    @Test
    void head_is_get_without_the_body() {
        given().head("/test/things/a?knownAt=2")
                .then()
                .statusCode(200)
                .header("Registry-Position", "2")
                .body(equalTo(""));
    }
}
