package org.zoneregistry.audit.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;

/** An auditor lets the running registry verify itself, and folds zones from the log. */
@QuarkusTest
class VerificationOverHttpTest {

    @Inject
    Pool pool;

    @Test
    void the_running_registry_is_whole() {
        establish("verified-" + UniqueCodes.next());
        String address = given().noContentType()
                .post("/v1/audit/verifications")
                .then()
                .statusCode(202)
                .body("state", equalTo("running"))
                .extract()
                .header("Location");

        JsonPath done = await().atMost(Duration.ofMinutes(2))
                .until(() -> given().get(address).jsonPath(), job -> !"running".equals(job.getString("state")));

        assertThat(done.getString("problem")).isNull();
        assertThat(done.getString("state")).isEqualTo("done");
        assertThat(done.getList("findings")).isEmpty();
        assertThat(done.getBoolean("isWhole")).isTrue();
        assertThat(done.getLong("eventsChecked"))
                .isEqualTo(done.getLong("head"))
                .isPositive();
        assertThat(done.getLong("checkpointsChecked")).isPositive();
        assertThat(done.getList("projections.name")).isEqualTo(List.of("registry", "statistics"));
        given().get("/v1/audit/verifications").then().statusCode(200).body("id", hasItem(done.getString("id")));
    }

    @Test
    void there_is_no_verification_of_another_id() {
        for (String id : new String[] {"0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11", "latest"}) {
            given().get("/v1/audit/verifications/" + id)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"));
        }
    }

    @Test
    void a_zone_folded_from_the_log_is_what_was_answered() {
        String code = "replayed-" + UniqueCodes.next();
        long established = establish(code);
        long accepted = given().contentType("application/json")
                .body(Map.of("effectiveOn", "2012-05-01"))
                .post("/v1/zones/" + code + "/acceptance")
                .jsonPath()
                .getLong("position");

        replay(code, "2012-06-01", accepted)
                .body("agrees", equalTo(true))
                .body("folded.status", equalTo("operating"))
                .body("kept.status", equalTo("operating"))
                .body("events", hasSize(2));
        replay(code, "2012-06-01", established)
                .body("agrees", equalTo(true))
                .body("folded.status", equalTo("established"))
                .body("events", hasSize(1));
        given().queryParam("validAt", "2009-01-01")
                .get("/v1/audit/replay/zones/" + code)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/zone-not-found"));
    }

    @Test
    void a_read_model_that_says_something_else_is_found_out() {
        String code = "altered-" + UniqueCodes.next();
        long position = establish(code);
        replay(code, "2012-06-01", position).body("agrees", equalTo(true));

        execute("update zone_state set province = 'CN-SH' where zone = '" + code + "'");
        try {
            replay(code, "2012-06-01", position)
                    .body("agrees", equalTo(false))
                    .body("folded.province", equalTo("CN-JS"))
                    .body("kept.province", equalTo("CN-SH"));
            execute("update zone_state set valid = daterange('2013-01-01', null) where zone = '" + code + "'");
            replay(code, "2012-06-01", position).body("agrees", equalTo(false)).body("kept", nullValue());
        } finally {
            execute("update zone_state set province = 'CN-JS', valid = daterange('2010-01-01', null) where zone = '"
                    + code + "'");
        }
        replay(code, "2012-06-01", position).body("agrees", equalTo(true));
    }

    private static ValidatableResponse replay(String code, String validAt, long knownAt) {
        return given().header("Registry-Min-Position", knownAt)
                .queryParam("validAt", validAt)
                .queryParam("knownAt", knownAt)
                .get("/v1/audit/replay/zones/" + code)
                .then()
                .statusCode(200)
                .header("Registry-Position", equalTo(Long.toString(knownAt)));
    }

    private static long establish(String code) {
        return given().contentType("application/json")
                .body("{\"code\": \"" + code
                        + "\", \"name\": {\"en\": \"Replayed\"}, \"type\": \"bonded-logistics-park\","
                        + " \"province\": \"CN-JS\", \"effectiveOn\": \"2010-01-01\"}")
                .post("/v1/zones")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("position");
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().atMost(Duration.ofSeconds(10));
    }
}
