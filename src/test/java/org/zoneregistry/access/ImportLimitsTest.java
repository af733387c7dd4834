package org.zoneregistry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.zoneregistry.access.Offices.by;
import static org.zoneregistry.access.Offices.csv;
import static org.zoneregistry.access.Offices.entry;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;

/** Who is limited to zones, in imports and their jobs. */
@QuarkusTest
@TestProfile(IssuerProfile.class)
class ImportLimitsTest {

    private static final TestIssuer ISSUER = TestIssuer.of("first");

    private final String auditor = ISSUER.token("auditor-li", Map.of("roles", List.of("auditor")));
    private final String registrar =
            ISSUER.token("registrar", Map.of("roles", List.of("registrar"), "provinces", List.of("CN-JS", "CN-SC")));

    private String own = "";
    private String foreign = "";

    @BeforeEach
    void establish() {
        own = Offices.zone(registrar, "CN-JS");
        foreign = Offices.zone(registrar, "CN-SC");
    }

    private String reporter() {
        return ISSUER.token("office-" + own, Map.of("roles", List.of("reporter"), "zones", List.of(own)));
    }

    @Test
    void each_line_of_a_file_is_held_to_the_limit() {
        String file = "entryId,zone,period,direction,businessForm,hsChapter,enterprise,partner,value\n"
                + entry() + "," + own + ",2022-12,export,bonded-processing,84,,DE,1.00\n"
                + entry() + "," + foreign + ",2022-12,export,bonded-processing,84,,DE,1.00\n";
        String job = csv(reporter(), file)
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .body("recorded", equalTo(1))
                .body("refusedByType.'/problems/forbidden'", equalTo(1))
                .extract()
                .path("id");
        String another = ISSUER.token("another", Map.of("roles", List.of("reporter"), "zones", List.of(own)));
        String operator = ISSUER.token("operator", Map.of("roles", List.of("operator")));
        by(reporter()).get("/v1/imports/{id}", job).then().body("refusedLines", hasSize(1));
        by(auditor).get("/v1/imports/{id}", job).then().body("refusedLines", hasSize(1));
        by(operator).get("/v1/imports/{id}", job).then().body("refusedLines", hasSize(0));
        by(another).get("/v1/imports/{id}", job).then().statusCode(404);
        by(another).get("/v1/imports/{id}/refused", job).then().statusCode(404);
        by(another).get("/v1/imports").then().body("", hasSize(0));
    }

    @Test
    void a_key_and_a_job_of_an_import_belong_to_the_caller_who_sent_it() {
        String key = UniqueCodes.next();
        String another = ISSUER.token("sender-" + key, Map.of("roles", List.of("reporter"), "zones", List.of(own)));
        String first = started(reporter(), key);
        String second = started(another, key);
        assertThat(second).isNotEqualTo(first);
        by(reporter()).get("/v1/imports?idempotencyKey={key}", key).then().body("id", equalTo(List.of(first)));
        by(auditor).get("/v1/imports?idempotencyKey={key}", key).then().body("", hasSize(2));
        by(another).get("/v1/jobs").then().body("id", equalTo(List.of(second)));
        by(another).get("/v1/jobs/{id}", first).then().statusCode(404);
        by(another).delete("/v1/jobs/{id}", first).then().statusCode(404);
        by(auditor).get("/v1/jobs/{id}", first).then().statusCode(200);
    }

    private String started(String token, String key) {
        return csv(
                        token,
                        "entryId,zone,period,direction,businessForm,hsChapter,enterprise,partner,value\n" + entry()
                                + "," + own + ",2022-12,export,bonded-processing,84,,DE,1.00\n")
                .header("Idempotency-Key", key)
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .body("recorded", equalTo(1))
                .extract()
                .path("id");
    }
}
