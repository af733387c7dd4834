package org.zoneregistry.trade.write;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.zoneregistry.trade.write.TradeRequests.closedZone;
import static org.zoneregistry.trade.write.TradeRequests.json;
import static org.zoneregistry.trade.write.TradeRequests.reading;
import static org.zoneregistry.trade.write.TradeRequests.zone;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;

/** Published figures and enterprises over HTTP. */
@QuarkusTest
class AggregatesAndEnterprisesTest {

    private static final String FIGURE = """
            {"subject": "foreign-trade", "territory": "CN-SC", "period": "2022", "total": "100", "import": "60.00",
             "export": "60.00", "source": "press conference"}""";

    private static Response publish(String body) {
        return json(body).post("/v1/aggregates");
    }

    private static String enterprise(String id) {
        return """
                {"id": "%s", "name": "Aero", "industry": "bonded-maintenance", "leading": true,
                 "effectiveOn": "2012-06"}""".formatted(id);
    }

    private static Response register(String zone, String body) {
        return json(body).post("/v1/zones/{zone}/enterprises", zone);
    }

    @Test
    void a_figure_is_published_and_a_later_one_revises_it() {
        var first = publish(FIGURE);
        first.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/aggregates?subject=foreign-trade&territory=CN-SC&period=2022"))
                .body("events.type", contains("AggregatePublished"))
                .body("zone", nullValue());
        var second = publish(FIGURE.replace("\"total\": \"100\"", "\"total\": \"101\""));
        second.then().statusCode(201);
        assertThat(second.<Integer>path("position")).isGreaterThan(first.<Integer>path("position"));
    }

    @Test
    void the_same_figure_again_is_answered_as_recorded_before() {
        String figure = FIGURE.replace("CN-SC", "CN-YN");
        var first = publish(figure);
        var second = publish(figure);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        reading().get("/v1/aggregates?territory=CN-YN&period=2022").then().body("aggregates[0].revision", equalTo(1));
    }

    @Test
    void a_figure_is_withdrawn_and_published_again() {
        String figure = FIGURE.replace("CN-SC", "CN-GZ");
        String list = "/v1/aggregates?territory=CN-GZ";
        String withdrawal =
                "{\"subject\": \"foreign-trade\", \"territory\": \"CN-GZ\", \"period\": \"2022\", \"reason\":"
                        + " \"none\"}";
        json(withdrawal)
                .post("/v1/aggregates/withdrawal")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/aggregate-not-found"));
        int published = publish(figure).path("position");
        int withdrawn = json(withdrawal)
                .post("/v1/aggregates/withdrawal")
                .then()
                .statusCode(200)
                .body("events.type", contains("AggregateWithdrawn"))
                .extract()
                .path("position");
        json(withdrawal)
                .post("/v1/aggregates/withdrawal")
                .then()
                .statusCode(200)
                .body("position", equalTo(withdrawn));
        json(withdrawal.replace("\"reason\": \"", "\"reason\": \"not "))
                .post("/v1/aggregates/withdrawal")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/aggregate-withdrawn"))
                .body("detail", containsString("publish it again"));
        reading().get(list).then().body("aggregates", hasSize(0));
        reading().get(list + "&knownAt=" + published).then().body("aggregates", hasSize(1));
        publish(figure).then().statusCode(201);
        reading()
                .get(list)
                .then()
                .body("aggregates[0].revision", equalTo(2))
                .body("aggregates[0].revisions[0].withdrawnAt", equalTo(withdrawn));
        reading()
                .get("/v1/statistics/vintages?measure=aggregate&subject=foreign-trade&territory=CN-GZ&period=2022")
                .then()
                .body("vintages.value", contains("100.00", null, "100.00"));
    }

    @Test
    void a_figure_is_of_the_country_or_of_a_known_province() {
        publish(FIGURE.replace("CN-SC", "CN")).then().statusCode(201);
        publish(FIGURE.replace("CN-SC", "CN-XX"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-province"))
                .body("territory", equalTo("CN-XX"));
    }

    @Test
    void a_part_is_not_more_than_the_total() {
        publish(FIGURE.replace("\"export\": \"60.00\"", "\"export\": \"100.00\""))
                .then()
                .statusCode(201);
        for (String part : List.of("import", "export")) {
            publish(FIGURE.replace("\"" + part + "\": \"60.00\"", "\"" + part + "\": \"100.01\""))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/validation"))
                    .body("violations.pointer", contains("/" + part));
        }
    }

    @Test
    void all_violations_of_a_figure_are_reported_at_once() {
        publish("""
                {"subject": "gdp", "period": "2022-13", "businessForm": "none", "total": 100, "import": 1,
                 "export": "1e3", "imports": "1", "source": ""}""")
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/subject",
                                "/territory",
                                "/period",
                                "/businessForm",
                                "/total",
                                "/import",
                                "/export",
                                "/imports",
                                "/source"));
    }

    @Test
    void a_figure_knows_no_entity_tag() {
        json(FIGURE)
                .header("If-Match", "\"1-ab\"")
                .post("/v1/aggregates")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("header:If-Match"));
    }

    @Test
    void a_figure_under_a_key_is_published_once() {
        String key = UniqueCodes.next();
        var first = json(FIGURE).header("Idempotency-Key", key).post("/v1/aggregates");
        var second = json(FIGURE).header("Idempotency-Key", key).post("/v1/aggregates");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void an_enterprise_is_registered_once() {
        String zone = zone();
        String id = UniqueCodes.next();
        var first = register(zone, enterprise(id));
        first.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/enterprises/" + id))
                .body("zone", equalTo(zone))
                .body("events.type", contains("EnterpriseRegistered"));
        var second = register(zone, enterprise(id));
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        reading().get("/v1/zones/{zone}/history", zone).then().body("events", hasSize(2));
        register(zone, enterprise(id).replace("Aero", "Marine"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/enterprise-content-differs"))
                .body("enterprise", equalTo(id));
    }

    @Test
    void an_enterprise_is_read_corrected_moved_withdrawn_and_registered_again() {
        String zone = zone();
        String other = zone();
        String id = UniqueCodes.next();
        int registered = register(zone, enterprise(id)).path("position");
        json("{\"name\": \"Marine\", \"zone\": \"" + other + "\", \"reason\": \"misread\"}")
                .post("/v1/enterprises/{id}/correction", id)
                .then()
                .statusCode(200)
                .body("zone", equalTo(other))
                .body("events.type", contains("EnterpriseWithdrawn", "EnterpriseRegistered"));
        reading()
                .get("/v1/enterprises/{id}", id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Marine"))
                .body("zone", equalTo(other))
                .body("effectiveNotBefore", equalTo("2012-06-01"))
                .body("corrected.reason", equalTo("misread"))
                .body("standing", equalTo("stands"));
        reading().get("/v1/enterprises/{id}?knownAt=" + registered, id).then().body("name", equalTo("Aero"));
        json("{\"reason\": \"never was\"}")
                .post("/v1/enterprises/{id}/withdrawal", id)
                .then()
                .statusCode(200)
                .body("zone", equalTo(other));
        for (String command : List.of("correction", "withdrawal")) {
            json(command.equals("correction") ? "{\"leading\": false, \"reason\": \"x\"}" : "{\"reason\": \"x\"}")
                    .post("/v1/enterprises/{id}/" + command, id)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/enterprise-withdrawn"))
                    .body("detail", containsString("register it again"));
        }
        reading().get("/v1/enterprises/{id}", id).then().body("standing", equalTo("withdrawn"));
        register(zone, enterprise(id)).then().statusCode(201);
        reading()
                .get("/v1/enterprises/{id}", id)
                .then()
                .body("standing", equalTo("stands"))
                .body("zone", equalTo(zone));
        reading().get("/v1/enterprises/{id}/history", id).then().body("events", hasSize(5));
        for (String command : List.of("correction", "withdrawal")) {
            json(command.equals("correction") ? "{\"leading\": false, \"reason\": \"x\"}" : "{\"reason\": \"x\"}")
                    .post("/v1/enterprises/nobody/" + command)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/enterprise-not-found"));
        }
        given().get("/v1/enterprises/nobody")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/enterprise-not-found"));
    }

    @Test
    void an_enterprise_needs_a_zone_that_is_live_on_the_day() {
        register("no-such-zone", enterprise(UniqueCodes.next()))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/zone-not-found"));
        String zone = closedZone();
        for (String day : List.of("2010-06-30", "2015-07-01")) {
            register(zone, enterprise(UniqueCodes.next()).replace("2012-06", day))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/zone-not-live"));
        }
    }

    @Test
    void all_violations_of_an_enterprise_are_reported_at_once() {
        register(zone(), """
                {"id": "", "name": "", "industry": "98", "leading": "yes", "effectiveOn": "2022-13", "zone": "a"}""")
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        containsInAnyOrder("/id", "/name", "/industry", "/leading", "/effectiveOn", "/zone"));
    }
}
