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

/** A limit holds for what corrections made of facts, zones and entries, not only for what was first recorded. */
@QuarkusTest
@TestProfile(IssuerProfile.class)
class LimitsAfterCorrectionsTest {

    private static final TestIssuer ISSUER = TestIssuer.of("first");

    private static final String JIANGSU = "CN-JS";
    private static final String SICHUAN = "CN-SC";

    private final String registrar =
            ISSUER.token("registrar", Map.of("roles", List.of("registrar"), "provinces", List.of(JIANGSU, SICHUAN)));
    private final String registrarOfJiangsu =
            ISSUER.token("registrar-js", Map.of("roles", List.of("registrar"), "provinces", List.of(JIANGSU)));
    private final String reporterOfJiangsu =
            ISSUER.token("reporter-js", Map.of("roles", List.of("reporter"), "provinces", List.of(JIANGSU)));
    private final String reporter =
            ISSUER.token("reporter", Map.of("roles", List.of("reporter"), "provinces", List.of(JIANGSU, SICHUAN)));

    private String own = "";
    private String foreign = "";

    @BeforeEach
    void establish() {
        own = Offices.zone(registrar, JIANGSU);
        foreign = Offices.zone(registrar, SICHUAN);
    }

    private static Response record(String token, String zone, String entry, String value) {
        return json(token, """
                {"entryId": "%s", "period": "2012", "direction": "export", "businessForm": "bonded-maintenance",
                 "value": "%s"}""".formatted(entry, value)).post("/v1/zones/{zone}/trade", zone);
    }

    /** The answers to guesses of a foreign entry's members are all the same. */
    @Test
    void what_a_foreign_entry_contains_is_not_told_by_recording() {
        String entry = entry();
        record(reporter, foreign, entry, "12.00").then().statusCode(201);
        String right = record(reporterOfJiangsu, own, entry, "12.00")
                .then()
                .statusCode(409)
                .extract()
                .path("detail");
        assertThat(record(reporterOfJiangsu, own, entry, "13.00").<String>path("detail"))
                .isEqualTo(right)
                .contains("was recorded with another zone.")
                .doesNotContain("value");
    }

    @Test
    void a_zone_that_was_withdrawn_stays_in_its_province() {
        String entry = entry();
        record(reporter, foreign, entry, "12.00").then().statusCode(201);
        String establishment = by(registrar)
                .get("/v1/zones/{zone}/history", foreign)
                .jsonPath()
                .getString("events[0].id");
        json(registrar, "{\"reason\": \"never approved\"}")
                .post("/v1/facts/{fact}/withdrawal", establishment)
                .then()
                .statusCode(200);

        for (String address : List.of("/v1/trade?zone={zone}", "/v1/events?zone={zone}")) {
            assertThat(by(reporterOfJiangsu).get(address, foreign).statusCode())
                    .as(address)
                    .isEqualTo(404);
        }
        by(reporterOfJiangsu).get("/v1/trade/{entry}", entry).then().statusCode(404);
        json(reporterOfJiangsu, "{\"reason\": \"wrong\"}")
                .post("/v1/trade/{entry}/withdrawal", entry)
                .then()
                .statusCode(404);
        Offices.establish(registrarOfJiangsu, foreign, JIANGSU).then().statusCode(403);
        Offices.establish(registrar, foreign, SICHUAN).then().statusCode(201);
    }

    @Test
    void a_fact_that_was_amended_to_touch_a_foreign_zone_is_foreign() {
        json(registrar, "{\"effectiveOn\": \"2011-01-01\"}")
                .post("/v1/zones/{zone}/conversion", own)
                .then()
                .statusCode(200);
        String absorbed = Offices.zone(registrar, JIANGSU);
        String fact = json(registrar, "{\"effectiveOn\": \"2012-01-01\", \"absorbs\": [\"%s\"]}".formatted(absorbed))
                .post("/v1/zones/{zone}/integration", own)
                .then()
                .statusCode(200)
                .extract()
                .path("events[0].id");
        json(
                        registrar,
                        "{\"values\": {\"absorbs\": [\"%s\", \"%s\"]}, \"reason\": \"one was missing\"}"
                                .formatted(absorbed, foreign))
                .post("/v1/facts/{fact}/amendment", fact)
                .then()
                .statusCode(200);

        json(registrarOfJiangsu, "{\"reason\": \"wrong\"}")
                .post("/v1/facts/{fact}/withdrawal", fact)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        json(registrarOfJiangsu, "{\"values\": {\"absorbs\": [\"%s\"]}, \"reason\": \"wrong\"}".formatted(absorbed))
                .post("/v1/facts/{fact}/amendment", fact)
                .then()
                .statusCode(403);
    }
}
