package org.zoneregistry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.zoneregistry.access.Offices.by;
import static org.zoneregistry.access.Offices.entry;
import static org.zoneregistry.access.Offices.json;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;

/** Who is limited to provinces or zones, over HTTP. */
@QuarkusTest
@TestProfile(IssuerProfile.class)
class LimitsTest {

    private static final TestIssuer ISSUER = TestIssuer.of("first");

    private static final String JIANGSU = "CN-JS";
    private static final String SICHUAN = "CN-SC";

    private final String auditor = ISSUER.token("auditor-li", Map.of("roles", List.of("auditor")));
    private final String registrar =
            ISSUER.token("registrar", Map.of("roles", List.of("registrar"), "provinces", List.of(JIANGSU, SICHUAN)));
    private final String registrarOfJiangsu =
            ISSUER.token("registrar-js", Map.of("roles", List.of("registrar"), "provinces", List.of(JIANGSU)));

    private String own = "";
    private String foreign = "";

    @BeforeEach
    void establish() {
        own = Offices.zone(registrar, JIANGSU);
        foreign = Offices.zone(registrar, SICHUAN);
    }

    private String reporter() {
        return ISSUER.token("office-" + own, Map.of("roles", List.of("reporter"), "zones", List.of(own)));
    }

    private static Response record(String token, String zone, String entry) {
        return json(token, """
                {"entryId": "%s", "period": "2012", "direction": "export", "businessForm": "bonded-maintenance",
                 "value": "12.00"}""".formatted(entry)).post("/v1/zones/{zone}/trade", zone);
    }

    @Test
    void a_registrar_records_in_its_province_and_nowhere_else() {
        json(registrarOfJiangsu, "{\"effectiveOn\": \"2011-01-01\"}")
                .post("/v1/zones/{zone}/conversion", own)
                .then()
                .statusCode(200);
        json(registrarOfJiangsu, "{\"effectiveOn\": \"2011-01-01\"}")
                .post("/v1/zones/{zone}/conversion", foreign)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        Offices.establish(registrarOfJiangsu, UniqueCodes.next(), SICHUAN)
                .then()
                .statusCode(403);
        Offices.establish(registrarOfJiangsu, UniqueCodes.next(), JIANGSU)
                .then()
                .statusCode(201);
    }

    @Test
    void every_zone_that_a_command_touches_has_to_be_within() {
        json(registrarOfJiangsu, "{\"effectiveOn\": \"2011-01-01\", \"absorbs\": [\"" + foreign + "\"]}")
                .post("/v1/zones/{zone}/conversion", own)
                .then()
                .statusCode(403);
    }

    @Test
    void a_fact_is_amended_by_those_of_its_zone_and_within_their_province() {
        String fact = factOf(foreign);
        json(registrarOfJiangsu, "{\"values\": {\"areaKm2\": 4}, \"reason\": \"misread\"}")
                .post("/v1/facts/{fact}/amendment", fact)
                .then()
                .statusCode(403);
        json(registrarOfJiangsu, "{\"reason\": \"misread\"}")
                .post("/v1/facts/{fact}/withdrawal", fact)
                .then()
                .statusCode(403);
        json(registrarOfJiangsu, "{\"values\": {\"province\": \"CN-SC\"}, \"reason\": \"misread\"}")
                .post("/v1/facts/{fact}/amendment", factOf(own))
                .then()
                .statusCode(403);
        json(registrarOfJiangsu, "{\"values\": {\"areaKm2\": 4}, \"reason\": \"misread\"}")
                .post("/v1/facts/{fact}/amendment", factOf(own))
                .then()
                .statusCode(200);
    }

    private String factOf(String zone) {
        return by(auditor)
                .get("/v1/events?zone={zone}&type=ZoneEstablished", zone)
                .jsonPath()
                .getString("[0].id");
    }

    @Test
    void an_office_records_in_its_zone_and_is_refused_next_door() {
        record(reporter(), own, entry()).then().statusCode(201);
        record(reporter(), foreign, entry()).then().statusCode(403);
    }

    @Test
    void the_actor_is_issuer_and_subject_and_the_role_is_the_one_that_allowed_it() {
        record(reporter(), own, entry()).then().statusCode(201);
        by(auditor)
                .get("/v1/events?zone={zone}&type=TradeRecorded", own)
                .then()
                .body("[0].actor", equalTo(ISSUER.url() + "#office-" + own))
                .body("[0].role", equalTo("reporter"));
    }

    @Test
    void what_another_office_recorded_is_unknown() {
        String foreigner =
                ISSUER.token("office-" + foreign, Map.of("roles", List.of("reporter"), "zones", List.of(foreign)));
        String entry = entry();
        record(foreigner, foreign, entry).then().statusCode(201);
        by(foreigner).get("/v1/trade/{entry}", entry).then().statusCode(200);
        for (String address : List.of("/v1/trade/{entry}", "/v1/trade/{entry}/history")) {
            by(reporter())
                    .get(address, entry)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/entry-not-found"));
        }
        json(reporter(), "{\"reason\": \"wrong\"}")
                .post("/v1/trade/{entry}/withdrawal", entry)
                .then()
                .statusCode(404);
        json(reporter(), "{\"value\": \"1.00\", \"reason\": \"wrong\"}")
                .post("/v1/trade/{entry}/correction", entry)
                .then()
                .statusCode(404);
    }

    /** Otherwise an office could find out which ids another office has used. */
    @Test
    void what_another_office_recorded_is_answered_like_what_nobody_recorded() {
        String recorded = entry();
        record(
                        ISSUER.token(
                                "office-" + foreign, Map.of("roles", List.of("reporter"), "zones", List.of(foreign))),
                        foreign,
                        recorded)
                .then()
                .statusCode(201);
        String never = entry();
        for (String read :
                List.of("", "/history", "?knownAt=1", "?knownAt=nonsense", "/history?limit=0", "?no=parameter")) {
            assertThat(said(by(reporter()).get("/v1/trade/" + recorded + read), recorded))
                    .as(read)
                    .isEqualTo(said(by(reporter()).get("/v1/trade/" + never + read), never));
        }
        for (String body : List.of(
                "{\"reason\": \"wrong\"}", "{\"value\": \"1.00\", \"reason\": \"wrong\"}", "{\"reason\": 5}", "{}")) {
            for (String command :
                    List.of("/correction", "/withdrawal", "/correction?dryRun=true", "/withdrawal?dryRun=x")) {
                for (String match : List.of("*", "\"nonsense\"", "\"7-0f343b0931126a20f133d67c2b018a3b\"")) {
                    assertThat(said(sent(recorded, command, body, match), recorded))
                            .as(command + " " + body + " " + match)
                            .isEqualTo(said(sent(never, command, body, match), never));
                }
            }
        }
    }

    private Response sent(String entry, String command, String body, String match) {
        return json(reporter(), body).header("If-Match", match).post("/v1/trade/" + entry + command);
    }

    /** Status, headers and body, without the id. */
    private static String said(Response answer, String id) {
        return (answer.statusCode() + " " + answer.header("Registry-Position") + " " + answer.header("ETag") + " "
                        + answer.asString())
                .replace(id, "ID");
    }

    @Test
    void entries_are_in_the_history_of_a_zone_only_for_those_who_may_read_them() {
        String foreigner =
                ISSUER.token("office-" + foreign, Map.of("roles", List.of("reporter"), "zones", List.of(foreign)));
        String entry = entry();
        String position = record(foreigner, foreign, entry)
                .then()
                .statusCode(201)
                .extract()
                .header("Registry-Position");
        String publisher = ISSUER.token("publisher", Map.of("roles", List.of("publisher")));
        for (String form : List.of("", "?format=csv", "?knownAt=" + position, "?knownAt=" + position)) {
            String address = "/v1/zones/" + foreign + "/history" + form;
            for (String allowed : List.of(auditor, foreigner)) {
                assertThat(by(allowed)
                                .get(address)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                        .as(address)
                        .contains(entry);
            }
            for (String other : List.of(reporter(), registrar, registrarOfJiangsu, publisher)) {
                assertThat(by(other)
                                .get(address)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                        .as(address)
                        .contains("ZoneEstablished")
                        .doesNotContain(entry, "TradeRecorded");
            }
        }
    }

    @Test
    void a_zone_that_nobody_knows_is_not_followed() {
        String reporterOfJiangsu =
                ISSUER.token("reporter-js", Map.of("roles", List.of("reporter"), "provinces", List.of(JIANGSU)));
        String later = UniqueCodes.next();
        by(reporterOfJiangsu)
                .accept("text/event-stream")
                .get("/v1/events?zone={zone}", later)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/zone-not-found"));
        assertThat(record(reporterOfJiangsu, later, entry()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_withdrawn_enterprise_of_another_zone_does_not_come_back_here() {
        String id = "ENT-" + UniqueCodes.next();
        String foreigner =
                ISSUER.token("office-" + foreign, Map.of("roles", List.of("reporter"), "zones", List.of(foreign)));
        enterprise(foreigner, foreign, id).then().statusCode(201);
        json(foreigner, "{\"reason\": \"closed\"}")
                .post("/v1/enterprises/{id}/withdrawal", id)
                .then()
                .statusCode(200);
        enterprise(reporter(), own, id).then().statusCode(403);
        enterprise(foreigner, foreign, id).then().statusCode(201);
    }

    private static Response enterprise(String token, String zone, String id) {
        return json(token, """
                {"id": "%s", "name": "An enterprise", "industry": "bonded-maintenance", "leading": false,
                 "effectiveOn": "2015-01-01"}""".formatted(id)).post("/v1/zones/{zone}/enterprises", zone);
    }

    @Test
    void two_roles_together_may_do_what_each_may() {
        Map<String, Object> both =
                Map.of("roles", List.of("reporter", "registrar"), "zones", List.of(own), "provinces", List.of(SICHUAN));
        String token = ISSUER.token("both", both);
        by(token)
                .get("/v1/statistics/trade?from=2012&to=2012&province=" + SICHUAN)
                .then()
                .statusCode(200);
        by(token)
                .get("/v1/statistics/trade?from=2012&to=2012&zone=" + own)
                .then()
                .statusCode(200);
        record(token, own, entry()).then().statusCode(201);
        record(token, foreign, entry()).then().statusCode(403);
    }

    @Test
    void places_that_cannot_be_read_are_no_places() {
        for (Object zones : List.of(5, false, List.of(7), Map.of("code", own), List.of(List.of(own)))) {
            String token = ISSUER.token(
                    "odd", Map.of("roles", List.of("reporter"), "zones", zones, "provinces", List.of(SICHUAN)));
            assertThat(record(token, foreign, entry()).statusCode())
                    .as("%s", zones)
                    .isEqualTo(401);
        }
    }

    @Test
    void an_entry_is_not_moved_to_another_zone() {
        String entry = entry();
        record(reporter(), own, entry).then().statusCode(201);
        json(reporter(), "{\"zone\": \"%s\", \"reason\": \"wrong\"}".formatted(foreign))
                .post("/v1/trade/{entry}/correction", entry)
                .then()
                .statusCode(403);
    }

    @Test
    void an_office_asks_about_its_zone_alone() {
        for (String address : List.of("/v1/trade", "/v1/events", "/v1/statistics/trade?year=2012")) {
            String and = address.contains("?") ? "&" : "?";
            by(reporter()).get(address).then().statusCode(403);
            by(reporter()).get(address + and + "zone=" + foreign).then().statusCode(404);
            by(reporter())
                    .get(address + and + "zone=" + own + "," + foreign)
                    .then()
                    .statusCode(404);
            assertThat(by(reporter()).get(address + and + "zone=" + own).statusCode())
                    .isNotIn(401, 403, 404);
        }
    }

    @Test
    void a_dry_run_needs_the_same_permission_as_the_command() {
        String entry = """
                {"entryId": "%s", "period": "2012", "direction": "export", "businessForm": "bonded-maintenance",
                 "value": "12.00"}""".formatted(entry());
        String tried = "/v1/zones/{zone}/trade?dryRun=true";
        json(reporter(), entry).post(tried, own).then().statusCode(200).body("dryRun", equalTo(true));
        json(reporter(), entry).post(tried, foreign).then().statusCode(403);
        json(auditor, entry).post(tried, own).then().statusCode(403);
    }

    @Test
    void a_key_of_one_caller_tells_another_nothing() {
        String key = UniqueCodes.next();
        String entry = entry();
        String twin = ISSUER.token("twin", Map.of("roles", List.of("reporter"), "zones", List.of(own)));
        String body = """
                {"entryId": "%s", "period": "2012", "direction": "export", "businessForm": "bonded-maintenance",
                 "value": "12.00"}""".formatted(entry);
        json(reporter(), body)
                .header("Idempotency-Key", key)
                .post("/v1/zones/{z}/trade", own)
                .then()
                .statusCode(201);
        json(twin, body)
                .header("Idempotency-Key", key)
                .post("/v1/zones/{z}/trade", own)
                .then()
                .statusCode(422);
        json(auditor, body)
                .header("Idempotency-Key", key)
                .post("/v1/zones/{z}/trade", own)
                .then()
                .statusCode(403);
    }

    @Test
    void a_figure_of_the_country_is_published_by_those_without_a_limit() {
        String publisher =
                ISSUER.token("publisher", Map.of("roles", List.of("publisher"), "provinces", List.of(JIANGSU)));
        publish(publisher, JIANGSU).then().statusCode(201);
        publish(publisher, SICHUAN).then().statusCode(403);
        publish(publisher, "CN").then().statusCode(403);
        String ofTheCountry =
                ISSUER.token("publisher-cn", Map.of("roles", List.of("publisher"), "provinces", List.of("CN")));
        publish(ofTheCountry, "CN").then().statusCode(403);
    }

    private static Response publish(String token, String territory) {
        return json(token, """
                {"subject": "foreign-trade", "territory": "%s", "period": "1999", "total": "42.00",
                 "source": "a test"}""".formatted(territory)).post("/v1/aggregates");
    }

    @Test
    void who_names_no_place_may_act_in_none() {
        String nowhere = ISSUER.token("nowhere", Map.of("roles", List.of("reporter")));
        record(nowhere, own, entry()).then().statusCode(403);
    }
}
