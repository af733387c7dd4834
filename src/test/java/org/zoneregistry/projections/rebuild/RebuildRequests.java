package org.zoneregistry.projections.rebuild;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.zoneregistry.testing.Waiting.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.zoneregistry.testing.UniqueCodes;

/** Requests about rebuilds, and requests that record something to fold. */
final class RebuildRequests {

    static final Duration PATIENCE = Duration.ofMinutes(1);

    private RebuildRequests() {}

    static String rebuild(String projection, String query) {
        return given().noContentType()
                .post("/v1/projections/" + projection + "/rebuild" + query)
                .then()
                .statusCode(202)
                .body("projection", equalTo(projection))
                .extract()
                .header("Location");
    }

    static JsonPath ended(String address) {
        return await().atMost(PATIENCE)
                .until(() -> given().get(address).jsonPath(), job -> !"filling".equals(job.getString("state")));
    }

    static void problem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("type", equalTo("/problems/" + code));
    }

    static long establish(String code) {
        return position(
                "/v1/zones",
                Map.of(
                        "code",
                        code,
                        "name",
                        Map.of("en", "Rebuilt"),
                        "type",
                        "bonded-zone",
                        "province",
                        "CN-JS",
                        "effectiveOn",
                        "2010-01-01"));
    }

    static long rename(String code, String name) {
        return position("/v1/zones/" + code + "/name", Map.of("effectiveOn", "2010-01-01", "name", Map.of("en", name)));
    }

    static long record(String zone, String value) {
        return position(
                "/v1/zones/" + zone + "/trade",
                Map.of(
                        "entryId",
                        "rebuild-" + UniqueCodes.next(),
                        "period",
                        "2022-11",
                        "direction",
                        "import",
                        "businessForm",
                        "bonded-logistics",
                        "value",
                        value));
    }

    private static long position(String path, Map<String, ?> body) {
        return given().contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(oneOf(200, 201))
                .extract()
                .jsonPath()
                .getLong("position");
    }
}
