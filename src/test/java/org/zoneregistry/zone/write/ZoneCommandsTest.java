package org.zoneregistry.zone.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.zoneregistry.zone.write.ZoneRequests.established;
import static org.zoneregistry.zone.write.ZoneRequests.establishment;
import static org.zoneregistry.zone.write.ZoneRequests.json;
import static org.zoneregistry.zone.write.ZoneRequests.post;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;
import org.zoneregistry.trade.write.TradeRequests;

/** Commands over HTTP, decided by the slices and stored in a real database. */
@QuarkusTest
class ZoneCommandsTest {

    @Test
    void an_establishment_answers_with_its_address_and_its_event() {
        String code = UniqueCodes.next();
        var response = json(establishment(code)).post("/v1/zones");
        response.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/zones/" + code))
                .body("zone", equalTo(code))
                .body("events", hasSize(1))
                .body("events[0].type", equalTo("ZoneEstablished"));
        assertThat(response.header("Registry-Position"))
                .isEqualTo(response.path("position").toString());
        assertThat(response.<String>path("recordedAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    }

    @Test
    void every_lifecycle_command_is_answered_with_its_event() {
        String zone = established();
        String absorbed = established();
        String integrated = established();
        post(zone, "acceptance", "{\"effectiveOn\": \"2011-06-01\"}", "ZoneAccepted");
        post(zone, "area", "{\"effectiveOn\": \"2012\", \"areaKm2\": 6.5}", "ZoneAreaAdjusted");
        post(zone, "name", "{\"effectiveOn\": \"2012\", \"name\": {\"en\": \"Renamed\"}}", "ZoneRenamed");
        post(zone, "facilities", "{\"effectiveOn\": \"2013\", \"kind\": \"cold-chain\"}", "FacilityCommissioned");
        post(zone, "facilities/cold-chain/decommissioning", "{\"effectiveOn\": \"2014\"}", "FacilityDecommissioned");
        post(
                zone,
                "conversion",
                "{\"effectiveOn\": \"2015\", \"absorbs\": [\"" + absorbed + "\"], \"areaKm2\": 4}",
                "ZoneConvertedToComprehensive");
        post(
                zone,
                "integration",
                "{\"effectiveOn\": \"2016\", \"absorbs\": [\"" + integrated + "\"]}",
                "ZonesIntegrated");
        post(zone, "closure", "{\"effectiveOn\": \"2017\", \"reason\": \"No use\"}", "ZoneClosed");
    }

    @Test
    void a_fact_is_amended_and_withdrawn_by_the_id_of_its_event() {
        String zone = established();
        String fact = post(zone, "area", "{\"effectiveOn\": \"2012\", \"areaKm2\": 6.5}", "ZoneAreaAdjusted");
        json("{\"values\": {\"areaKm2\": 6.6}, \"reason\": \"misread\"}")
                .post("/v1/facts/{fact}/amendment", fact)
                .then()
                .statusCode(200)
                .body("events[0].type", equalTo("ZoneFactAmended"))
                .body("zone", equalTo(zone));
        json("{\"reason\": \"never\"}")
                .post("/v1/facts/{fact}/withdrawal", fact)
                .then()
                .statusCode(200)
                .body("events[0].type", equalTo("ZoneFactWithdrawn"))
                .body("zone", equalTo(zone));
        json("{\"reason\": \"for another reason\"}")
                .post("/v1/facts/{fact}/withdrawal", fact)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/fact-already-withdrawn"))
                .body("fact", equalTo(fact));
    }

    @Test
    void what_would_not_fit_after_itself_is_answered_as_recorded_before_too() {
        String zone = UniqueCodes.next();
        String absorbed = established();
        String integrated = established();
        twice("/v1/zones", establishment(zone));
        String path = "/v1/zones/" + zone;
        twice(path + "/facilities", "{\"effectiveOn\": \"2013\", \"kind\": \"cold-chain\"}");
        twice(path + "/facilities/cold-chain/decommissioning", "{\"effectiveOn\": \"2014\"}");
        twice(path + "/conversion", "{\"effectiveOn\": \"2015\", \"absorbs\": [\"" + absorbed + "\"], \"areaKm2\": 4}");
        twice(path + "/integration", "{\"effectiveOn\": \"2016\", \"absorbs\": [\"" + integrated + "\"]}");
        String closure = twice(path + "/closure", "{\"effectiveOn\": \"2017\", \"reason\": \"No use\"}");
        twice("/v1/facts/" + closure + "/withdrawal", "{\"reason\": \"never\"}");
        TradeRequests.reading().get(path + "/history").then().body("events", hasSize(7));
    }

    private static String twice(String path, String body) {
        var first = json(body).post(path);
        var second = json(body).post(path);
        assertThat(first.statusCode()).as(first.asString()).isIn(200, 201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        return first.path("events[0].id");
    }

    @Test
    void what_changes_nothing_is_answered_as_recorded_before() {
        String zone = established();
        var bodies = new TreeMap<>(Map.of(
                "acceptance", "{\"effectiveOn\": \"2011-06-01\"}",
                "area", "{\"effectiveOn\": \"2012\", \"areaKm2\": 6.5}",
                "name", "{\"effectiveOn\": \"2013\", \"name\": {\"en\": \"Renamed\"}}"));
        bodies.forEach((command, body) -> {
            var first = json(body).post("/v1/zones/{zone}/" + command, zone);
            var second = json(body).post("/v1/zones/{zone}/" + command, zone);
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(second.asString()).isEqualTo(first.asString());
            assertThat(second.header("Registry-Position")).isEqualTo(first.header("Registry-Position"));
            assertThat(second.header("Idempotency-Replayed")).isNull();
        });
        String fact = post(zone, "area", "{\"effectiveOn\": \"2014\", \"areaKm2\": 7}", "ZoneAreaAdjusted");
        String amendment = "{\"values\": {\"areaKm2\": 7.1}, \"reason\": \"misread\"}";
        var first = json(amendment).post("/v1/facts/{fact}/amendment", fact);
        var second = json(amendment).post("/v1/facts/{fact}/amendment", fact);
        assertThat(second.asString()).isEqualTo(first.asString());
        TradeRequests.reading().get("/v1/zones/{zone}/history", zone).then().body("events", hasSize(6));
    }

    @Test
    void a_zone_whose_establishment_was_withdrawn_is_established_anew() {
        String zone = UniqueCodes.next();
        String fact = json(establishment(zone)).post("/v1/zones").path("events[0].id");
        int before = json("{\"reason\": \"wrong province\"}")
                .post("/v1/facts/{fact}/withdrawal", fact)
                .path("position");
        json("{\"effectiveOn\": \"2011\"}")
                .post("/v1/zones/{zone}/acceptance", zone)
                .then()
                .statusCode(404)
                .body("detail", containsString("Establish it"));
        json(establishment(zone).replace("CN-JS", "CN-GD"))
                .post("/v1/zones")
                .then()
                .statusCode(201);
        post(zone, "acceptance", "{\"effectiveOn\": \"2011\"}", "ZoneAccepted");
        TradeRequests.reading()
                .get("/v1/zones/{zone}", zone)
                .then()
                .body("province", equalTo("CN-GD"))
                .body("status", equalTo("operating"));
        TradeRequests.reading()
                .get("/v1/zones/{zone}?knownAt=" + (before - 1), zone)
                .then()
                .body("province", equalTo("CN-JS"));
        TradeRequests.reading()
                .get("/v1/zones/{zone}?knownAt=" + before, zone)
                .then()
                .statusCode(404);
        TradeRequests.reading().get("/v1/zones/{zone}/history", zone).then().body("events", hasSize(4));
    }

    @Test
    void what_is_no_fact_cannot_be_corrected() {
        for (String id : List.of("nonsense", "0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11")) {
            json("{\"reason\": \"never\"}")
                    .post("/v1/facts/{fact}/withdrawal", id)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/fact-not-found"));
        }
    }

    @Test
    void an_amendment_that_amends_nothing_or_what_the_fact_does_not_have_is_refused() {
        String zone = established();
        String fact = post(zone, "acceptance", "{\"effectiveOn\": \"2011-06-01\"}", "ZoneAccepted");
        for (String body : List.of(
                "{\"reason\": \"none\"}",
                "{\"values\": {}, \"reason\": \"none\"}",
                "{\"values\": {\"areaKm2\": 4}, \"reason\": \"an acceptance has no area\"}",
                "{\"values\": {\"colour\": \"red\"}, \"reason\": \"nothing has a colour\"}",
                "{\"effectiveNotBefore\": \"2012-01-01\", \"reason\": \"after the latest day\"}")) {
            json(body)
                    .post("/v1/facts/{fact}/amendment", fact)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/validation"));
        }
    }

    @Test
    void days_the_wrong_way_round_are_a_violation_of_every_command() {
        String zone = established();
        String days = "{\"effectiveOn\": \"2012-01-01\", \"effectiveNotBefore\": \"2012-01-02\"";
        String fact = post(zone, "acceptance", "{\"effectiveOn\": \"2011-06-01\"}", "ZoneAccepted");
        String establishment = establishment(UniqueCodes.next());
        var bodies = new TreeMap<String, String>();
        bodies.put(
                "/v1/zones",
                establishment.replace("\"effectiveOn\"", "\"effectiveNotBefore\": \"2010-08\", \"effectiveOn\""));
        bodies.put("/v1/facts/" + fact + "/amendment", days + ", \"reason\": \"misread\"}");
        Map.of(
                        "acceptance", "",
                        "area", ", \"areaKm2\": 6.5",
                        "name", ", \"name\": {\"en\": \"Renamed\"}",
                        "facilities", ", \"kind\": \"cold-chain\"",
                        "facilities/cold-chain/decommissioning", "",
                        "conversion", "",
                        "integration", ", \"absorbs\": [\"another\"]",
                        "closure", ", \"reason\": \"no use\"",
                        "enterprises", ", \"id\": \"9\", \"name\": \"A\", \"industry\": \"84\", \"leading\": true")
                .forEach((command, members) -> bodies.put("/v1/zones/" + zone + "/" + command, days + members + "}"));
        bodies.forEach((path, body) -> json(body)
                .post(path)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("violations", hasSize(1))
                .body("violations[0].pointer", equalTo("/effectiveNotBefore"))
                .body("violations[0].detail", equalTo("must not be after effectiveOn")));
    }

    @Test
    void what_does_not_go_with_the_fact_or_the_zone_is_a_violation_too() {
        String zone = established();
        String fact = post(zone, "area", "{\"effectiveOn\": \"2012\", \"areaKm2\": 6.5}", "ZoneAreaAdjusted");
        String amendment = "/v1/facts/" + fact + "/amendment";
        Map.of(
                        "/values",
                                json("{\"values\": {\"name\": {\"en\": \"A\"}}, \"reason\": \"no name\"}")
                                        .post(amendment),
                        "/effectiveNotBefore",
                                json("{\"effectiveNotBefore\": \"2013\", \"reason\": \"later\"}")
                                        .post(amendment),
                        "/absorbs",
                                json("{\"effectiveOn\": \"2015\", \"absorbs\": [\"" + zone + "\"]}")
                                        .post("/v1/zones/{zone}/conversion", zone))
                .forEach((pointer, answer) ->
                        answer.then().statusCode(400).body("violations.pointer", contains(pointer)));
    }

    @Test
    void a_request_whose_members_do_not_go_together_is_refused() {
        String zone = established();
        json("{\"effectiveOn\": \"2015\", \"absorbs\": [\"" + zone + "\"]}")
                .post("/v1/zones/{zone}/conversion", zone)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"));
    }

    @Test
    void a_zone_that_there_is_not_is_not_found() {
        for (String code : List.of("no-such-zone", "No Such Zone")) {
            json("{\"effectiveOn\": \"2015\"}")
                    .post("/v1/zones/{zone}/acceptance", code)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/zone-not-found"));
        }
    }
}
