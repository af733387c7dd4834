package org.zoneregistry.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(HttpProfile.class)
class CommandsTest {

    private static final String BODY = """
            {"code": "new-harbour-cbz", "name": {"en": "New Harbour"}, "effectiveOn": "2022", "areaKm2": 4.5}""";

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    @Test
    void an_answer_says_what_was_recorded_and_where_it_is() {
        json().body(BODY)
                .post("/test/things")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/test/things/new-harbour-cbz"))
                .header("Registry-Position", "3")
                .body("position", equalTo(3))
                .body("recordedAt", equalTo("2024-03-20T02:00:00.123456Z"))
                .body("events[0].id", equalTo("00000000-0000-0001-0000-000000000002"))
                .body("events[0].type", equalTo("ThingMade"))
                .body("events[0].position", equalTo(3))
                .body("zone", equalTo("new-harbour-cbz"));
    }

    @Test
    void a_rejection_is_a_problem_of_its_code() {
        json().body(BODY.replace("new-harbour-cbz", "taken"))
                .post("/test/things")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .header("Registry-Position", "3")
                .header("Idempotency-Replayed", "true")
                .body("type", equalTo("/problems/zone-code-taken"))
                .body("detail", equalTo("It is taken."))
                .body("zone", equalTo("taken"));
    }

    private static String fingerprint(String path, String ifMatch, String body) {
        return json().header("Idempotency-Key", "k")
                .header("If-Match", ifMatch)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .header("X-Fingerprint");
    }

    @Test
    void the_same_request_has_the_same_fingerprint() {
        var fingerprint = fingerprint("/test/things", "\"1-ab\"", BODY);
        assertThat(fingerprint).matches("[0-9a-f]{64}");
        assertThat(fingerprint("/test/things", "\"1-ab\"", """
                {"name":{"en":"New Harbour"},"areaKm2":4.50,"effectiveOn":"2022",\
                "code":"new-harbour-cbz"}""")).isEqualTo(fingerprint);
        assertThat(fingerprint("/test/things", "\"2-ab\"", BODY)).isNotEqualTo(fingerprint);
        assertThat(fingerprint("/test/things", "\"1-ab\"", BODY.replace("Harbour", "Port")))
                .isNotEqualTo(fingerprint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "412-0f34"                | 412
            "1-ab", "412-cd"          | 412
            , "1-ab",, "412-cd",      | 412
            W/"412-0f34"              | 412
            "412-0f34-gzip"           | 412
            W/"412-0f34;gzip"         | 412
            "something-else"          | -1
            "0f34"                    | -1
            """, quoteCharacter = '\'')
    void if_match_names_a_revision(String header, String expected) {
        json().header("If-Match", header).body(BODY).post("/test/things").then().header("X-Expected", expected);
    }

    @Test
    void if_match_can_be_long() {
        String header = "\"1-ab\" ,,".repeat(2_000) + "\"412-cd\"";
        json().header("If-Match", header).body(BODY).post("/test/things").then().header("X-Expected", "412");
    }

    @Test
    void if_match_in_several_lines_is_one_list() {
        json().header("If-Match", "\"1-ab\"", "\"412-cd\"")
                .body(BODY)
                .post("/test/things")
                .then()
                .header("X-Expected", "412");
    }

    @ParameterizedTest
    @ValueSource(strings = {"412", ",", "", "\"412", "\"a\" \"b\"", "\"a\", *"})
    void a_malformed_if_match_is_a_violation(String header) {
        json().header("If-Match", header)
                .body(BODY)
                .post("/test/things")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("header:If-Match"));
    }

    @Test
    void an_idempotency_key_has_1_to_128_printable_characters() {
        json().header("Idempotency-Key", "x".repeat(128))
                .body(BODY)
                .post("/test/things")
                .then()
                .statusCode(201);
        for (var key : new String[] {"x".repeat(129), "é", "a\tb", ""}) {
            json().header("Idempotency-Key", key)
                    .body(BODY)
                    .post("/test/things")
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("header:Idempotency-Key"));
        }
    }
}
