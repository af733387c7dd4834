package org.zoneregistry.trade.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.zoneregistry.trade.write.TradeRequests.again;
import static org.zoneregistry.trade.write.TradeRequests.closedZone;
import static org.zoneregistry.trade.write.TradeRequests.correct;
import static org.zoneregistry.trade.write.TradeRequests.entry;
import static org.zoneregistry.trade.write.TradeRequests.json;
import static org.zoneregistry.trade.write.TradeRequests.reading;
import static org.zoneregistry.trade.write.TradeRequests.record;
import static org.zoneregistry.trade.write.TradeRequests.recorded;
import static org.zoneregistry.trade.write.TradeRequests.refused;
import static org.zoneregistry.trade.write.TradeRequests.withdraw;
import static org.zoneregistry.trade.write.TradeRequests.zone;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.testing.UniqueCodes;

/** Trade commands over HTTP, decided by the slices and stored in a real database. */
@QuarkusTest
class TradeCommandsTest {

    @Test
    void a_recorded_entry_is_answered_with_its_address_and_its_event() {
        String zone = zone();
        String id = UniqueCodes.next();
        var response = record(zone, entry(id, "1250000.5"));
        response.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/trade/" + id))
                .body("zone", equalTo(zone))
                .body("events", hasSize(1))
                .body("events[0].type", equalTo("TradeRecorded"));
        assertThat(response.header("Registry-Position"))
                .isEqualTo(response.path("position").toString());
    }

    @Test
    void an_entry_is_corrected_and_withdrawn_by_its_id() {
        String zone = zone();
        String id = recorded(zone);
        correct(id, "{\"value\": \"7.50\", \"clears\": [\"partner\"], \"reason\": \"misread\"}")
                .then()
                .statusCode(200)
                .body("events[0].type", equalTo("TradeCorrected"))
                .body("zone", equalTo(zone));
        withdraw(id)
                .then()
                .statusCode(200)
                .body("events[0].type", equalTo("TradeWithdrawn"))
                .body("zone", equalTo(zone));
        reading()
                .get("/v1/zones/{zone}/history", zone)
                .then()
                .statusCode(200)
                .body("events.type", contains("ZoneEstablished", "TradeRecorded", "TradeCorrected", "TradeWithdrawn"))
                .body("events[2].data.value", equalTo("7.50"))
                .body("events[2].data.hsChapter", equalTo("88"))
                .body("events[2].data.partner", equalTo(null))
                .body("events[2].data.reason", equalTo("misread"));
    }

    @Test
    void the_same_entry_with_the_same_content_is_answered_as_the_first_time() {
        String zone = zone();
        String id = UniqueCodes.next();
        var first = record(zone, entry(id, "100.00"));
        correct(id, "{\"value\": \"7.50\", \"reason\": \"misread\"}").then().statusCode(200);
        var second = record(zone, entry(id, "100"));
        again(second, first);
        assertThat(second.header("Idempotency-Replayed")).isNull();
        reading().get("/v1/zones/{zone}/history", zone).then().body("events", hasSize(3));
    }

    @Test
    void the_same_entry_with_other_content_is_refused() {
        String zone = zone();
        String id = recorded(zone);
        var response = record(zone, entry(id, "100.01"));
        refused(response, 409, "entry-content-differs");
        response.then().body("detail", containsString("value")).body("entryId", equalTo(id));
        refused(record(zone(), entry(id, "100.00")), 409, "entry-content-differs");
    }

    @Test
    void a_withdrawn_entry_is_not_recorded_corrected_or_withdrawn_again() {
        String zone = zone();
        String id = recorded(zone);
        var withdrawn = withdraw(id);
        withdrawn.then().statusCode(200);
        refused(record(zone, entry(id, "100.00")), 409, "entry-withdrawn");
        refused(correct(id, "{\"value\": \"7.50\", \"reason\": \"misread\"}"), 409, "entry-withdrawn");
        assertThat(withdraw(id).asString()).as("the same withdrawal").isEqualTo(withdrawn.asString());
        refused(
                json("{\"reason\": \"for another reason\"}").post("/v1/trade/{id}/withdrawal", id),
                409,
                "entry-withdrawn");
    }

    @Test
    void an_unknown_entry_is_not_found() {
        for (String id : List.of(UniqueCodes.next(), "x".repeat(65))) {
            refused(correct(id, "{\"value\": \"7.50\", \"reason\": \"misread\"}"), 404, "entry-not-found");
            refused(withdraw(id), 404, "entry-not-found");
        }
        for (String noText : List.of("a\tb", " a")) { // no address has it
            refused(correct(noText, "{\"value\": \"7.50\", \"reason\": \"misread\"}"), 404, "not-found");
            refused(withdraw(noText), 404, "not-found");
        }
    }

    @Test
    void trade_needs_a_zone_that_is_live_in_the_period() {
        for (String zone : List.of("no-such-zone", "No Such Zone")) {
            refused(record(zone, entry(UniqueCodes.next(), "1")), 404, "zone-not-found");
        }
        String zone = closedZone();
        for (String period : List.of("2009", "2010-06", "2015-07", "2016")) {
            refused(
                    record(zone, entry(UniqueCodes.next(), "1").replace("\"2012\"", "\"" + period + "\"")),
                    409,
                    "zone-not-live");
        }
        String id = UniqueCodes.next();
        record(zone, entry(id, "1").replace("\"2012\"", "\"2015-06\"")).then().statusCode(201);
        refused(correct(id, "{\"period\": \"2015-07\", \"reason\": \"misread\"}"), 409, "zone-not-live");
    }

    @Test
    void trade_does_not_prevent_changes_of_facts_about_its_zone() {
        String zone = UniqueCodes.next();
        String fact = json("""
                {"code": "%s", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS",
                 "effectiveOn": "2010-07-01"}""".formatted(zone)).post("/v1/zones").path("events[0].id");
        String id = recorded(zone);
        json("{\"effectiveOn\": \"2014\", \"reason\": \"misread\"}")
                .post("/v1/facts/{fact}/amendment", fact)
                .then()
                .statusCode(200);
        refused(correct(id, "{\"period\": \"2013\", \"reason\": \"misread\"}"), 409, "zone-not-live");
        correct(id, "{\"value\": \"7.50\", \"reason\": \"misread\"}").then().statusCode(200);
        json("{\"reason\": \"never\"}")
                .post("/v1/facts/{fact}/withdrawal", fact)
                .then()
                .statusCode(200);
        correct(id, "{\"value\": \"7.60\", \"reason\": \"misread\"}").then().statusCode(200);
        record(zone, entry(id, "100.00")).then().statusCode(201);
        withdraw(id).then().statusCode(200);
    }

    @Test
    void a_correction_that_changes_nothing_is_answered_as_recorded_before() {
        String zone = zone();
        String id = recorded(zone);
        String body = "{\"value\": \"7.5\", \"period\": \"2012\", \"reason\": \"misread\"}";
        var first = correct(id, body);
        again(correct(id, body), first);
        first.then().body("zone", equalTo(zone));
        reading().get("/v1/trade/{entry}/history", id).then().body("events", hasSize(2));
    }

    @Test
    void an_entry_is_moved_to_the_right_zone_by_one_decision() {
        String wrong = zone();
        String right = zone();
        String id = recorded(wrong);
        var moved = correct(id, "{\"zone\": \"" + right + "\", \"value\": \"7.50\", \"reason\": \"of another zone\"}");
        moved.then()
                .statusCode(200)
                .body("zone", equalTo(right))
                .body("events.type", contains("TradeWithdrawn", "TradeRecorded"));
        int position = moved.path("position");
        correct(id, "{\"zone\": \"" + right + "\", \"reason\": \"sent again\"}")
                .then()
                .statusCode(200)
                .body("position", equalTo(position));
        reading()
                .get("/v1/trade/{entry}", id)
                .then()
                .body("zone", equalTo(right))
                .body("value", equalTo("7.50"))
                .body("standing", equalTo("stands"))
                .body("corrections", equalTo(1))
                .body("corrected.reason", equalTo("of another zone"));
        reading()
                .get("/v1/trade/{entry}?knownAt=" + (position - 2), id)
                .then()
                .body("zone", equalTo(wrong))
                .body("value", equalTo("100.00"));
        for (String zone : List.of(wrong, right)) {
            reading().get("/v1/trade?zone=" + zone).then().body("entries", hasSize(zone.equals(right) ? 1 : 0));
        }
        record(wrong, entry(id, "100.00")).then().statusCode(201).body("position", lessThan(position - 1));
        refused(correct(id, "{\"zone\": \"no-such-zone\", \"reason\": \"none\"}"), 404, "zone-not-found");
    }

    @Test
    void a_correction_of_nothing_is_refused() {
        String id = recorded(zone());
        for (String body : List.of(
                "{\"reason\": \"none\"}",
                "{\"clears\": [], \"reason\": \"none\"}",
                "{\"partner\": \"DE\", \"clears\": [\"partner\"], \"reason\": \"both\"}",
                "{\"clears\": [\"value\"], \"reason\": \"not optional\"}",
                "{\"entryId\": \"other\", \"reason\": \"never changes\"}",
                "{\"value\": \"7.50\"}")) {
            refused(correct(id, body), 400, "validation");
        }
        correct(id, "{\"partner\": \"DE\", \"clears\": [\"partner\"], \"reason\": \"both\"}")
                .then()
                .body("violations.pointer", contains("/clears"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NH/2022/17", "100% №17", "a b+c", "新港-1", "a;b=c", "?#&=\\\"", "../..", "a%2Fb", "~'()*"})
    void an_entry_id_is_percent_encoded_in_paths(String name) {
        String id = name + UniqueCodes.next();
        String zone = zone();
        String escaped = id.replace("\\", "\\\\").replace("\"", "\\\"");
        String location = record(zone, entry(escaped, "100.00"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        String encoded = location.substring(location.indexOf("/v1/trade/"));
        assertThat(encoded.substring("/v1/trade/".length())).matches("([A-Za-z0-9._~*-]|%[0-9A-F]{2})+");
        json("{\"value\": \"7.50\", \"reason\": \"misread\"}")
                .urlEncodingEnabled(false)
                .post(encoded + "/correction")
                .then()
                .statusCode(200)
                .body("zone", equalTo(zone));
        withdraw(id).then().statusCode(200);
        reading().get("/v1/zones/{zone}/history", zone).then().body("events[2].data.entryId", equalTo(id));
    }

    @Test
    void trade_does_not_change_the_entity_tag_of_its_zone_and_if_match_is_honoured() {
        String zone = zone();
        String tag = reading().get("/v1/zones/{zone}?validAt=2012-01-01", zone).header("ETag");
        String id = UniqueCodes.next();
        var recorded = json(entry(id, "1")).header("If-Match", tag).post("/v1/zones/{zone}/trade", zone);
        assertThat(recorded.statusCode()).isEqualTo(201);
        assertThat(reading().get("/v1/zones/{zone}?validAt=2012-01-01", zone).header("ETag"))
                .isEqualTo(tag);
        json("{\"effectiveOn\": \"2011\", \"areaKm2\": 4}")
                .header("If-Match", tag)
                .post("/v1/zones/{zone}/area", zone)
                .then()
                .statusCode(200);
        refused(
                json(entry(UniqueCodes.next(), "1")).header("If-Match", tag).post("/v1/zones/{zone}/trade", zone),
                412,
                "zone-changed");
        refused(
                json("{\"value\": \"2\", \"reason\": \"misread\"}")
                        .header("If-Match", tag)
                        .post("/v1/trade/{id}/correction", id),
                412,
                "zone-changed");
        refused(
                json("{\"reason\": \"misread\"}").header("If-Match", tag).post("/v1/trade/{id}/withdrawal", id),
                412,
                "zone-changed");
    }
}
