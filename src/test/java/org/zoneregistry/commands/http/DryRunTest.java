package org.zoneregistry.commands.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.testing.UniqueCodes;

/** A dry run decides, and records nothing. */
@QuarkusTest
class DryRunTest {

    private final Office office = new Office();

    private static ValidatableResponse dry(String path, String body) {
        return given().contentType("application/json")
                .body(body)
                .post(path + "?dryRun=true")
                .then();
    }

    @Test
    void it_answers_the_events_that_would_be_recorded() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-HI", "2016-01-01", "null");
        long before = office.position();

        dry("/v1/zones/" + zone + "/conversion", "{\"effectiveOn\": \"2016-06-01\", \"areaKm2\": 2.5}")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("position", greaterThanOrEqualTo((int) before))
                .body("events.type", contains("ZoneConvertedToComprehensive"))
                .body("events[0].data.zone", equalTo(zone))
                .body("events[0].data.areaKm2", equalTo("2.5"));

        office.ask("/v1/zones/" + zone + "?validAt=2016-12-31").body("type", equalTo("bonded-zone"));
        office.ask("/v1/zones/" + zone + "/history").body("events", hasSize(1));
    }

    @Test
    void it_answers_the_problem_that_the_command_would_be_refused_with() {
        String zone = UniqueCodes.next();
        office.establish(zone, "comprehensive-bonded-zone", "CN-HI", "2016-01-01", "null");
        dry("/v1/zones/" + zone + "/conversion", "{\"effectiveOn\": \"2016-06-01\"}")
                .statusCode(409)
                .body("type", equalTo("/problems/zone-already-comprehensive"));
        dry("/v1/zones/" + zone + "/conversion", "{\"effectiveOn\": \"soon\"}").statusCode(400);
        given().contentType("application/json")
                .body("{\"effectiveOn\": \"2016-06-01\"}")
                .post("/v1/zones/" + zone + "/acceptance?dryRun=perhaps")
                .then()
                .statusCode(400)
                .body("violations[0].detail", containsString("must be true or false"));
    }

    @Test
    void an_already_recorded_command_has_no_event() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-HI", "2016-01-01", "null");
        office.send("/v1/zones/" + zone + "/acceptance", "{\"effectiveOn\": \"2016-02-01\"}");
        dry("/v1/zones/" + zone + "/acceptance", "{\"effectiveOn\": \"2016-02-01\"}")
                .statusCode(200)
                .body("events", hasSize(0));
    }

    @Test
    void an_idempotency_key_is_left_unused() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-HI", "2016-01-01", "null");
        String body = "{\"effectiveOn\": \"2016-02-01\"}";
        given().contentType("application/json")
                .header("Idempotency-Key", zone)
                .body(body)
                .post("/v1/zones/" + zone + "/acceptance?dryRun=true")
                .then()
                .statusCode(200)
                .body("events", hasSize(1));
        given().contentType("application/json")
                .header("Idempotency-Key", zone)
                .body(body)
                .post("/v1/zones/" + zone + "/acceptance")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void trade_is_tried_out_as_zones_are() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-HI", "2016-01-01", "null");
        dry(
                        "/v1/zones/" + zone + "/trade",
                        "{\"entryId\": \"" + zone + "\", \"period\": \"2016\", \"direction\": \"import\","
                                + " \"businessForm\": \"other\", \"value\": \"1.00\"}")
                .statusCode(200)
                .body("events.type", contains("TradeRecorded"));
        given().get("/v1/trade/" + zone).then().statusCode(404);
        dry("/v1/trade/" + zone + "/withdrawal", "{\"reason\": \"a test\"}").statusCode(404);
    }
}
