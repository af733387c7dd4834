package org.zoneregistry.projections.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.zoneregistry.projections.rebuild.RebuildRequests.PATIENCE;
import static org.zoneregistry.projections.rebuild.RebuildRequests.ended;
import static org.zoneregistry.projections.rebuild.RebuildRequests.establish;
import static org.zoneregistry.projections.rebuild.RebuildRequests.problem;
import static org.zoneregistry.projections.rebuild.RebuildRequests.rebuild;
import static org.zoneregistry.projections.rebuild.RebuildRequests.record;
import static org.zoneregistry.projections.rebuild.RebuildRequests.rename;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;

/** An auditor reads copies of past prefixes, and compares them with the live tables. */
@QuarkusTest
class CopyOverHttpTest {

    @Inject
    Pool pool;

    @Test
    void a_copy_answers_as_of_its_prefix_like_the_live_tables_then() {
        String zone = "copied-" + UniqueCodes.next();
        establish(zone);
        long position = record(zone, "1000.00");
        String copy = "audit-" + UniqueCodes.next();
        long later = rename(zone, "Renamed");
        record(zone, "500.00");
        String registry = rebuild("registry", "?upTo=" + position + "&copy=" + copy);
        String statistics = rebuild("statistics", "?upTo=" + position + "&copy=" + copy);
        assertThat(ended(registry).getString("state")).isEqualTo("ready");
        assertThat(ended(statistics).getString("state")).isEqualTo("ready");

        given().header("Registry-Min-Position", later)
                .get("/v1/zones/" + zone)
                .then()
                .body("name.en", equalTo("Renamed"));
        given().get("/v1/zones/" + zone + "?copy=" + copy)
                .then()
                .statusCode(200)
                .header("Registry-Position", Long.toString(position))
                .body("name.en", equalTo("Rebuilt"));
        given().get("/v1/zones/" + zone + "?validAt=2022-12-31&knownAt=" + position + "&copy=" + copy)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache"); // another copy may get the name
        given().get("/v1/zones?q=" + zone + "&copy=" + copy)
                .then()
                .statusCode(200)
                .body("zones[0].name.en", equalTo("Rebuilt"));
        given().get("/v1/statistics/trade?from=2022&to=2022&zone=" + zone + "&copy=" + copy)
                .then()
                .statusCode(200)
                .header("Registry-Position", Long.toString(position))
                .body("rows[0].total", equalTo("1000.00"));
        problem(
                given().get("/v1/zones/" + zone + "?copy=" + copy + "&knownAt=" + later)
                        .then(),
                400,
                "known-at-in-the-future");
        String now = await().until(
                        () -> given().get("/v1/zones/" + zone),
                        answer -> Instant.parse(answer.header("Registry-Known-At"))
                                .isBefore(
                                        ZonedDateTime.parse(answer.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                                                .toInstant()))
                .header("Date");
        given().header("Accept-Datetime", now) // later than the copy's last memento
                .get("/v1/zones/" + zone + "?copy=" + copy)
                .then()
                .statusCode(200)
                .header("Registry-Position", Long.toString(position));
        for (String projection : List.of("registry", "statistics")) {
            JsonPath compared = compared(projection, copy);
            assertThat(compared.getBoolean("isSame")).as(compared.prettify()).isTrue();
            assertThat(compared.getLong("position")).isEqualTo(position);
        }

        drop(registry, "dropped");
        drop(statistics, "dropped");
        problem(given().get("/v1/zones/" + zone + "?copy=" + copy).then(), 404, "copy-not-found");
        problem(given().get("/v1/projections/registry/compare?copy=" + copy).then(), 404, "copy-not-found");
    }

    @Test
    void a_change_in_a_copy_or_in_the_live_tables_is_found() {
        String zone = "forged-" + UniqueCodes.next();
        long position = establish(zone);
        String copy = "at-" + position;
        String address = rebuild("registry", "?upTo=" + position);
        assertThat(ended(address).getString("copy")).isEqualTo(copy);
        execute("update " + schema(address) + ".zone_state set name_en = 'Forged' where zone = '" + zone + "'");

        JsonPath compared = compared("registry", copy);

        assertThat(compared.getBoolean("isSame")).isFalse();
        assertThat(compared.getMap("tables[1]"))
                .containsEntry("table", "zone_state")
                .containsEntry("onlyServed", 1)
                .containsEntry("onlyCopied", 1);
        assertThat(compared.getList("tables[1].differences.side")).isEqualTo(List.of("served", "copied"));
        assertThat(compared.getList("tables[1].differences.row.name_en")).isEqualTo(List.of("Rebuilt", "Forged"));
        given().get("/v1/zones/" + zone + "?copy=" + copy).then().body("name.en", equalTo("Forged"));
        drop(address, "dropped");
    }

    @Test
    void a_name_is_given_to_one_copy_of_a_projection_at_a_time() {
        long position = establish("named-" + UniqueCodes.next());
        String copy = "twice-" + UniqueCodes.next();
        String address = rebuild("registry", "?upTo=1&copy=" + copy);

        problem(
                given().noContentType()
                        .post("/v1/projections/registry/rebuild?upTo=" + position + "&copy=" + copy)
                        .then(),
                409,
                "copy-name-taken");

        ended(address);
        drop(address, "dropped");
        drop(address, "dropped");
        String again = rebuild("registry", "?upTo=1&copy=" + copy);
        ended(again);
        drop(again, "dropped");
    }

    private static JsonPath compared(String projection, String copy) {
        return given().get("/v1/projections/" + projection + "/compare?copy=" + copy)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void drop(String address, String state) {
        given().delete(address).then().statusCode(200).body("state", equalTo(state));
    }

    private String schema(String address) {
        String id = address.substring(address.lastIndexOf('/') + 1);
        return pool.query("select 'generation_' || generation from projection_rebuild where job = '" + id + "'")
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getString(0);
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }
}
