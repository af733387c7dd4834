package org.zoneregistry.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mementos, their time gate and their time map (RFC 7089). */
@QuarkusTest
@TestProfile(HttpProfile.class)
class TimeMapTest {

    @Test
    void the_future_by_http_date_is_the_last_memento() {
        given().header("Accept-Datetime", "Fri, 01 Jan 2100 00:00:00 GMT")
                .get("/test/things/a?validAt=2022-12-31")
                .then()
                .statusCode(200)
                .header("Registry-Position", "4")
                .header("Memento-Datetime", "Wed, 20 Mar 2024 02:04:01 GMT")
                .header("Cache-Control", "no-cache");
    }

    @Test
    void an_answer_names_its_original_its_time_gate_and_its_time_map() {
        given().get("/test/things/a?validAt=2022-12-31&knownAt=2")
                .then()
                .header(
                        "Link",
                        "</test/things/a?validAt=2022-12-31>; rel=\"original timegate\", "
                                + "</v1/timemap?of=%2Ftest%2Fthings%2Fa%3FvalidAt%3D2022-12-31>; "
                                + "rel=\"timemap\"; type=\"application/link-format\"");
        given().get("/test/things?knownAt=2")
                .then()
                .header("Link", containsString("</test/things>; rel=\"original timegate\""));
    }

    @Test
    void a_time_map_lists_the_mementos_by_pages() {
        given().urlEncodingEnabled(false)
                .get("/v1/timemap?of=%2Ftest%2Fthings%2Fa%3FvalidAt%3D2022-12-31%26knownAt%3D7&limit=2")
                .then()
                .statusCode(200)
                .contentType("application/link-format")
                .header("Link", containsString("rel=\"next\""))
                .body(startsWith("""
                        </test/things/a?validAt=2022-12-31>; rel="original timegate",
                        </v1/timemap?of=%2Ftest%2Fthings%2Fa%3FvalidAt%3D2022-12-31%26knownAt%3D7&limit=2>; \
                        rel="self"; type="application/link-format",
                        </test/things/a?validAt=2022-12-31&knownAt=2024-03-20T02:01:01Z>; rel="first memento"; \
                        datetime="Wed, 20 Mar 2024 02:01:01 GMT",
                        </test/things/a?validAt=2022-12-31&knownAt=2024-03-20T02:02:01Z>; rel="memento"; \
                        datetime="Wed, 20 Mar 2024 02:02:01 GMT",
                        </v1/timemap?"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "/v1/nothing",
                "/problems",
                "//other.example/v1/zones",
                "/test/things/%zz",
                "/test/things/a?validAt=2022-12-31&unknown=1",
                "/v1/zones?validat=2022-12-31"
            })
    void there_is_no_time_map_of_what_has_no_past(String of) {
        given().queryParam("of", of)
                .get("/v1/timemap")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/validation"))
                .body("violations.pointer", contains("?of"));
    }
}
