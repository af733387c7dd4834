package org.zoneregistry.platform.projection.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.platform.projection.ProjectionTable;
import org.zoneregistry.testing.UniqueCodes;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.trade.read.statistics.StatisticsProjection;

/** An operator fills read models anew, and an auditor asks copies of past prefixes. */
@QuarkusTest
class RebuildOverHttpTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Pool pool;

    @Inject
    AgroalDataSource jdbc;

    @Inject
    EventLog log;

    @Test
    void a_read_model_is_filled_anew_and_answers_as_before() {
        String zone = "rebuilt-" + UniqueCodes.next();
        long position = establish(zone);
        for (String projection : List.of("registry", "statistics")) {
            String address = rebuild(projection, "");

            JsonPath done = ended(address);

            assertThat(done.getString("problem")).isNull();
            assertThat(done.getString("state")).isEqualTo("done");
            assertThat(done.getLong("position")).isGreaterThanOrEqualTo(position);
            given().get("/v1/projections/" + projection + "/rebuilds")
                    .then()
                    .statusCode(200)
                    .body("id", hasItem(done.getString("id")));
        }
        given().header("Registry-Min-Position", position)
                .get("/v1/zones/" + zone)
                .then()
                .statusCode(200)
                .body("name.en", equalTo("Rebuilt"));
        long after = rename(zone, "Renamed");
        given().header("Registry-Min-Position", after)
                .get("/v1/zones/" + zone)
                .then()
                .statusCode(200)
                .body("name.en", equalTo("Renamed"));
    }

    @Test
    void a_log_is_folded_in_bulk_over_the_connections_of_the_application() {
        String zone = "bulk-" + UniqueCodes.next();
        establish(zone);
        long position = 0;
        for (int entry = 1; entry <= 12; entry++) {
            position = record(zone, entry + ".00");
        }
        // a few blocks, however much other tests have recorded; at most six positions are after the last
        var projection = new StatisticsProjection(new Blocks(Math.toIntExact(position / 7)));
        var bulk = projection.bulk().orElseThrow();
        long prefix = bulk.prefix(position);
        var one = new Generation(pool, jdbc, projection, 1_000_001);
        var other = new Generation(pool, jdbc, projection, 1_000_002);

        finish(one.create()
                .chain(() -> bulk.fold(one, log, prefix, folded -> {}))
                .chain(one::indexAll));
        finish(other.create()
                .chain(other::indexAll)
                .chain(() -> Uni.createFrom().completionStage(() -> log.readAfter(0, Math.toIntExact(prefix))))
                .chain(events -> other.write(connection -> projection.apply(connection, events))));

        for (ProjectionTable table : projection.tables()) {
            assertThat(rows(table.contentsIn(Generation.schema(1_000_001))))
                    .as(table.name())
                    .isEqualTo(rows(table.contentsIn(Generation.schema(1_000_002))));
        }
        assertThat(rows("select 1, to_jsonb(t) from " + Generation.schema(1_000_001) + ".trade_entry t where zone = '"
                        + zone + "'"))
                .hasSizeGreaterThanOrEqualTo(4);
        finish(Generation.drop(pool, 1_000_001).chain(() -> Generation.drop(pool, 1_000_002)));
    }

    @Test
    void progress_is_sent_until_the_end() {
        String address = rebuild("registry", "");

        String events = given().accept("text/event-stream")
                .get(address + "/progress")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();

        assertThat(events).contains("event: progress", "\"state\":\"done\"", "\"position\":");
    }

    @Test
    void projections_tell_how_far_they_have_come() {
        long position = establish("shown-" + UniqueCodes.next());
        await().atMost(PATIENCE)
                .until(() -> given().get("/v1/projections/registry").jsonPath().getLong("position") >= position);

        given().get("/v1/projections")
                .then()
                .statusCode(200)
                .body("name", equalTo(List.of("registry", "statistics")))
                .body("condition", everyItem(is("running")))
                .body("lag", everyItem(greaterThanOrEqualTo(0)))
                .body("eventsPerSecond", everyItem(greaterThanOrEqualTo(0)));
        given().get("/v1/projections/figures")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/projection-not-found"));
    }

    @Test
    void a_copy_answers_as_of_its_prefix_and_is_the_same_as_what_is_read_was_then() {
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
    void what_was_changed_in_a_copy_or_in_what_is_read_is_found() {
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
                given().post("/v1/projections/registry/rebuild?upTo=" + position + "&copy=" + copy)
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

    @Test
    void what_makes_no_sense_is_refused() {
        establish("refused-" + UniqueCodes.next());
        problem(given().post("/v1/projections/registry/rebuild?copy=a").then(), 400, "validation");
        problem(given().post("/v1/projections/registry/rebuild?upTo=1&copy=A!").then(), 400, "validation");
        problem(given().post("/v1/projections/registry/rebuild?upTo=yesterday").then(), 400, "validation");
        problem(given().post("/v1/projections/registry/rebuild?upTo=999999999").then(), 400, "known-at-in-the-future");
        problem(given().post("/v1/projections/figures/rebuild").then(), 404, "projection-not-found");
        problem(given().get("/v1/projections/registry/compare").then(), 400, "validation");
        for (String id : List.of("0193b5a4-7c3e-7d7e-8c4e-3a1f0c9d2b11", "latest")) {
            problem(given().get("/v1/projections/registry/rebuilds/" + id).then(), 404, "rebuild-not-found");
            problem(given().delete("/v1/projections/registry/rebuilds/" + id).then(), 404, "rebuild-not-found");
            problem(
                    given().get("/v1/projections/registry/rebuilds/" + id + "/progress")
                            .then(),
                    404,
                    "rebuild-not-found");
        }
        given().get("/v1/zones?copy=nowhere")
                .then()
                .statusCode(404)
                .body("detail", containsString("nowhere"))
                .body("type", not(equalTo("/problems/zone-not-found")));
    }

    private List<String> rows(String sql) {
        return pool
                .query("select position || ' ' || content from (" + sql + ") c(position, content) order by 1")
                .execute()
                .await()
                .atMost(PATIENCE)
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private static <T> void finish(Uni<T> work) {
        work.await().atMost(PATIENCE);
    }

    private static String rebuild(String projection, String query) {
        return given().post("/v1/projections/" + projection + "/rebuild" + query)
                .then()
                .statusCode(202)
                .body("projection", equalTo(projection))
                .extract()
                .header("Location");
    }

    private static JsonPath ended(String address) {
        return await().atMost(PATIENCE)
                .until(() -> given().get(address).jsonPath(), job -> !"filling".equals(job.getString("state")));
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

    private static void problem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).body("type", equalTo("/problems/" + code));
    }

    private static long establish(String code) {
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

    private static long rename(String code, String name) {
        return position("/v1/zones/" + code + "/name", Map.of("effectiveOn", "2010-01-01", "name", Map.of("en", name)));
    }

    private static long record(String zone, String value) {
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
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201))
                .extract()
                .jsonPath()
                .getLong("position");
    }

    private String schema(String address) {
        String id = address.substring(address.lastIndexOf('/') + 1);
        return pool.query("select 'generation_' || generation from projection_rebuild where id = '" + id + "'")
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
