package org.zoneregistry.reference;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.audit.offline.ShippedRegistry;

/** The statements about zones at the press conference of 20 March 2023, counted from the shipped data. */
@QuarkusTest
@TestProfile(ShippedRegistry.class)
class ReferenceCompositionTest {

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void of_167_zones_in_31_provinces_156_were_comprehensive() {
        int loaded = ReferenceTranslation.shipped().commands().size();
        given().get("/v1/statistics/composition?validAt=2023-03-20&knownAt=" + loaded)
                .then()
                .statusCode(200)
                .body("zones", equalTo(167))
                .body("comprehensive", equalTo(156))
                .body("comprehensiveShare.value", equalTo("0.934132"))
                .body("provinces", equalTo(31))
                .body("byType.find { it.value == 'bonded-zone' }.zones", equalTo(7))
                .body("byType.find { it.value == 'bonded-port-zone' }.zones", equalTo(2))
                .body("byType.find { it.value == 'export-processing-zone' }.zones", equalTo(1))
                .body("byType.find { it.value == 'cross-border-industrial-zone' }.zones", equalTo(1))
                .body("byType.find { it.value == 'bonded-logistics-park' }.zones", equalTo(0))
                .body("byRegion.zones", contains(92, 26, 40, 9));
    }
}
