package org.zoneregistry.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.ValidatableResponse;

/** A reporting office: sends commands, and asks for figures that include what it has sent. */
public final class Office {

    private long position;

    /** Sends a command. */
    public void send(String path, String body) {
        position = given().contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(oneOf(200, 201))
                .extract()
                .jsonPath()
                .getLong("position");
    }

    /** Establishes a zone. */
    public void establish(String code, String type, String province, String effectiveOn, String areaKm2) {
        send("/v1/zones", """
                {"code": "%s", "name": {"en": "%s"}, "type": "%s", "province": "%s", "effectiveOn": "%s", "areaKm2": %s}
                """.formatted(code, code, type, province, effectiveOn, areaKm2));
    }

    /** The position of the last sent event. */
    public long position() {
        return position;
    }

    /** Gets JSON. */
    public ValidatableResponse ask(String path) {
        return given().urlEncodingEnabled(false)
                .header("Registry-Min-Position", position)
                .get(path)
                .then();
    }

    /** Gets another form, as a text. */
    public String asked(String type, String path) {
        return given().urlEncodingEnabled(false)
                .header("Registry-Min-Position", position)
                .accept(type)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** Gets CSV, and returns its lines. */
    public String[] csv(String path) {
        return asked("text/csv", path).split("\r\n");
    }
}
