package org.zoneregistry.zone.write;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.zoneregistry.testing.UniqueCodes;

/** Requests of commands on zones, over HTTP. */
final class ZoneRequests {

    private ZoneRequests() {}

    static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body);
    }

    static String establishment(String code) {
        return """
                {"code": "%s", "name": {"en": "Zone %s"}, "type": "bonded-zone", "province": "CN-JS",
                 "areaKm2": 5.20, "effectiveOn": "2010-07"}""".formatted(code, code);
    }

    static String established() {
        String code = UniqueCodes.next();
        json(establishment(code)).post("/v1/zones").then().statusCode(201);
        return code;
    }

    static String post(String zone, String command, String body, String event) {
        return json(body)
                .post("/v1/zones/{zone}/" + command, zone)
                .then()
                .statusCode(200)
                .body("zone", equalTo(zone))
                .body("events[0].type", equalTo(event))
                .extract()
                .path("events[0].id");
    }
}
