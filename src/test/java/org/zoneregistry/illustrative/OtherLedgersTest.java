package org.zoneregistry.illustrative;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;

/** A ledger of the reference data set refuses illustrative entries, and its answers don't mention them. */
@QuarkusTest
class OtherLedgersTest {

    @Test
    void an_illustrative_entry_is_refused_alone_and_in_a_file() {
        String zone = zone();
        given().contentType("application/json")
                .body("""
                        {"entryId": "illustrative-1", "period": "2022-12", "direction": "export", \
                        "businessForm": "other", "value": "1.00"}
                        """)
                .post("/v1/zones/{zone}/trade", zone)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/dataset-mismatch"))
                .body("entryId", equalTo("illustrative-1"));
        String job = given().contentType("text/csv;charset=UTF-8")
                .body("""
                        entryId,zone,period,direction,businessForm,value
                        illustrative-2,%s,2022-12,export,other,1.00
                        not-%s,%s,2022-12,export,other,1.00
                        """.formatted(zone, zone, zone))
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .body("recorded", equalTo(1))
                .body("refused", equalTo(1))
                .extract()
                .header("Location");
        given().get(job).then().body("refusedLines[0].type", equalTo("/problems/dataset-mismatch"));
    }

    @Test
    void no_answer_has_a_notice() {
        given().get("/v1/statistics/trade?from=2022&to=2022")
                .then()
                .statusCode(200)
                .header("Registry-Dataset", nullValue())
                .body("notice", nullValue());
    }

    private static String zone() {
        String code = UniqueCodes.next();
        given().contentType("application/json")
                .body("""
                        {"code": "%s", "name": {"en": "A zone"}, "type": "bonded-zone", "province": "CN-JS", \
                        "effectiveOn": "2010-07-01"}
                        """.formatted(code))
                .post("/v1/zones")
                .then()
                .statusCode(201);
        return code;
    }
}
