package org.zoneregistry.zone.read;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends commands and asks questions like a client, and reads its own writes. */
final class Clerk {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private long position;

    /** A code that no other test has. */
    static String newCode(String name) {
        return name + "-" + NUMBER.incrementAndGet() + "-of-"
                + ProcessHandle.current().pid();
    }

    /** Sends a command and returns the id of its event. */
    String send(String path, String body) {
        var answer = given().contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201))
                .extract();
        position = answer.jsonPath().getLong("position");
        return answer.jsonPath().getString("events[0].id");
    }

    /** Establishes a zone in Jiangsu, on the first of January 2010. */
    String establish(String code) {
        return send("/v1/zones", """
                {"code": "%s", "name": {"en": "%s Zone", "zh": "甲区"}, "type": "export-processing-zone",
                 "province": "CN-JS", "areaKm2": 5.20, "effectiveOn": "2010-01-01"}
                """.formatted(code, code));
    }

    /** The position of its last event. */
    long position() {
        return position;
    }

    ValidatableResponse ask(String path, Object... parameters) {
        return given().urlEncodingEnabled(false)
                .header("Registry-Min-Position", position)
                .get(path, parameters)
                .then();
    }
}
