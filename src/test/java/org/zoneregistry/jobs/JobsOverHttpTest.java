package org.zoneregistry.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zoneregistry.jobs.Jobs.Asked;
import org.zoneregistry.jobs.Jobs.Progress;

/** All jobs at one address, next to the addresses of each kind. */
@QuarkusTest
class JobsOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    Jobs jobs;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    Pool pool;

    private static String verification() {
        return given().noContentType()
                .post("/v1/audit/verifications")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static String watched(String id) {
        return given().accept("text/event-stream")
                .get("/v1/jobs/" + id)
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
    }

    private JobRun begun(boolean isCancellable) {
        UUID id = get(pool.query("select uuidv7()").execute()).iterator().next().getUUID(0); // jobs are listed by id
        var kind = new JobKind("test", Duration.ofMinutes(10), true, isCancellable);
        return get(jobs.begin(new Asked(id, kind, id.toString(), null, 100L, new JsonObject())))
                .orElseThrow();
    }

    private String done() {
        JobRun run = begun(true);
        get(jobs.end(run, new Progress(100, null, null), Job.State.DONE, null));
        return run.job().toString();
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    @Test
    void a_job_is_shown_and_watched_to_its_end_and_leads_to_its_own_address() {
        String id = verification();

        assertThat(watched(id)).contains("event: progress", "id: ended", "\"state\":\"done\"");

        JsonPath job = given().get("/v1/jobs/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("kind", equalTo("verification"))
                .body("state", equalTo("done"))
                .body("endedAt", notNullValue())
                .extract()
                .jsonPath();
        given().get(job.getString("address")).then().statusCode(200).body("id", equalTo(id));
        given().accept("text/event-stream")
                .header("Last-Event-ID", "ended")
                .get("/v1/jobs/" + id)
                .then()
                .statusCode(204);
    }

    @Test
    void jobs_are_listed_by_kind_and_state_page_by_page() {
        String first = done();
        String second = done();

        given().get("/v1/jobs?kind=test,import&state=done")
                .then()
                .statusCode(200)
                .body("id", hasItem(first))
                .body("state", everyItem(is("done")));
        var page = given().get("/v1/jobs?kind=test&limit=1").then().statusCode(200);
        page.body("id", equalTo(List.of(second)));
        String next = page.extract().header("Link").replaceAll("<(.*)>.*", "$1");
        given().urlEncodingEnabled(false).get(next).then().statusCode(200).body("id", equalTo(List.of(first)));
        given().get("/v1/jobs?state=sleeping&kind=A")
                .then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("?kind", "?state")));
    }

    @Test
    void a_cancelled_job_stays_cancelled() {
        UUID id = begun(true).job();
        given().get("/v1/jobs/" + id).then().body("state", equalTo("running")).body("total", equalTo(100));

        for (int i = 0; i < 2; i++) {
            given().delete("/v1/jobs/" + id).then().statusCode(200).body("state", equalTo("cancelled"));
        }
    }

    @Test
    void a_job_without_an_end_is_not_cancelled() {
        UUID id = begun(false).job();

        given().delete("/v1/jobs/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/job-not-cancellable"))
                .body("detail", containsString(id.toString()));

        get(pool.query("delete from job where id = '" + id + "'").execute());
    }

    @Test
    void an_unknown_job_is_not_found() {
        for (Object id : List.of(UUID.randomUUID(), "latest")) {
            given().get("/v1/jobs/" + id).then().statusCode(404).body("type", equalTo("/problems/job-not-found"));
            given().delete("/v1/jobs/" + id).then().statusCode(404);
        }
    }
}
