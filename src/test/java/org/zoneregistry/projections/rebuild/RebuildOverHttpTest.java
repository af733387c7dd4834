package org.zoneregistry.projections.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.zoneregistry.projections.rebuild.RebuildRequests.PATIENCE;
import static org.zoneregistry.projections.rebuild.RebuildRequests.ended;
import static org.zoneregistry.projections.rebuild.RebuildRequests.establish;
import static org.zoneregistry.projections.rebuild.RebuildRequests.problem;
import static org.zoneregistry.projections.rebuild.RebuildRequests.rebuild;
import static org.zoneregistry.projections.rebuild.RebuildRequests.record;
import static org.zoneregistry.projections.rebuild.RebuildRequests.rename;
import static org.zoneregistry.testing.Waiting.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.projections.ProjectionTable;
import org.zoneregistry.testing.UniqueCodes;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.trade.read.statistics.StatisticsProjection;

/** An operator rebuilds read models. */
@QuarkusTest
class RebuildOverHttpTest {

    @Inject
    Pool pool;

    @Inject
    AgroalDataSource jdbc;

    @Inject
    EventLog log;

    @Test
    void a_rebuilt_read_model_answers_as_before() {
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
        for (int entry = 1; entry <= 20; entry++) {
            position = record(zone, entry + ".00");
        }
        // a few groups of blocks, however much other tests have recorded; at most 13 positions are after the last
        var projection = new StatisticsProjection(new Blocks(Math.toIntExact(position / 14), 2));
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
    void projections_show_their_progress() {
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
    void malformed_requests_are_refused() {
        establish("refused-" + UniqueCodes.next());
        problem(
                given().noContentType()
                        .post("/v1/projections/registry/rebuild?copy=a")
                        .then(),
                400,
                "validation");
        problem(
                given().noContentType()
                        .post("/v1/projections/registry/rebuild?upTo=1&copy=A!")
                        .then(),
                400,
                "validation");
        problem(
                given().noContentType()
                        .post("/v1/projections/registry/rebuild?upTo=yesterday")
                        .then(),
                400,
                "validation");
        problem(
                given().noContentType()
                        .post("/v1/projections/registry/rebuild?upTo=999999999")
                        .then(),
                400,
                "known-at-in-the-future");
        problem(given().noContentType().post("/v1/projections/figures/rebuild").then(), 404, "projection-not-found");
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
}
