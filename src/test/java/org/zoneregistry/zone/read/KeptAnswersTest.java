package org.zoneregistry.zone.read;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.zoneregistry.testing.Waiting.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zoneregistry.follow.Positions;

/** An answer is kept as long as it is the answer, and sent again unchanged. */
@QuarkusTest
class KeptAnswersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Clerk clerk = new Clerk();

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    MeterRegistry meters;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    Positions positions;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    Pool pool;

    private double again() {
        return meters.counter("registry.reads.given.again").count();
    }

    private String pastOf(String name) {
        String code = Clerk.newCode(name);
        clerk.establish(code);
        clerk.ask("/v1/zones/" + code).statusCode(200);
        return "/v1/zones/" + code + "?validAt=2022-12-31&knownAt=" + clerk.position();
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header ->
                        !List.of("Date", "content-length", "transfer-encoding").contains(header.getName()))
                .map(Header::toString)
                .sorted()
                .toList();
    }

    @Test
    void it_is_given_again_as_it_was() {
        String path = pastOf("kept");
        double before = again();
        Response first = given().get(path);
        assertThat(again()).isEqualTo(before);
        Response second = given().get(path);
        assertThat(again()).isEqualTo(before + 1);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString()).isNotEmpty();
        assertThat(headers(second)).isEqualTo(headers(first));
        Response head = given().head(path);
        assertThat(head.asString()).isEmpty();
        assertThat(headers(head)).isEqualTo(headers(first));
        Response known = given().header("If-None-Match", first.header("ETag")).get(path);
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.asString()).isEmpty();
        assertThat(known.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again()).isEqualTo(before + 3);
    }

    @Test
    void each_form_is_kept_for_itself() {
        pastOf("form");
        String path = "/v1/zones?q=form&validAt=2022-12-31&knownAt=" + clerk.position();
        for (int i = 0; i < 2; i++) {
            assertThat(given().accept("text/csv").get(path).contentType()).startsWith("text/csv");
            assertThat(given().accept("application/json").get(path).contentType())
                    .startsWith("application/json");
        }
        assertThat(given().accept("text/html").get(path).statusCode()).isEqualTo(406);
    }

    @Test
    void what_can_change_without_an_event_is_not_kept() {
        String past = pastOf("undated");
        String undated = past.replace("validAt=2022-12-31&", "");
        double before = again();
        for (int i = 0; i < 2; i++) {
            given().get(undated).then().statusCode(200);
            given().header("Registry-Min-Position", "1").get(past).then().statusCode(200);
        }
        assertThat(again()).isEqualTo(before);
    }

    @Test
    void the_latest_state_is_given_again_until_something_is_recorded() {
        String latest = pastOf("latest").replaceFirst("\\?.*", "");
        double before = again();
        Response first = given().get(latest);
        Response second = given().get(latest);
        assertThat(again()).isEqualTo(before + 1);
        assertThat(second.asString()).isEqualTo(first.asString()).isNotEmpty();
        assertThat(headers(second)).isEqualTo(headers(first));
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");

        pastOf("something"); // another zone: the position of the answer changes too
        Response third = given().get(latest);
        assertThat(again()).isEqualTo(before + 1);
        assertThat(third.header("Registry-Position")).isEqualTo(Long.toString(clerk.position()));
    }

    @Test
    void a_day_as_known_at_the_latest_is_kept_as_soon_as_it_is_a_memento() {
        String dated = pastOf("memento").replaceFirst("&knownAt=.*", "");
        await().atMost(PATIENCE).until(() -> given().get(dated).header("Memento-Datetime") != null);
        given().get(dated);
        double before = again();
        assertThat(given().get(dated).header("Memento-Datetime")).isNotNull();
        assertThat(again()).isEqualTo(before + 1);
    }

    @Test
    void events_are_read_from_the_log_each_time() {
        pastOf("event");
        String feed = "/v1/events/histogram";
        given().get(feed).then().statusCode(200);
        double before = again();
        given().get(feed).then().statusCode(200);
        assertThat(again()).isEqualTo(before);
    }

    @Test
    void a_wrong_answer_is_forgotten_when_a_rebuild_has_replaced_the_tables() {
        String path = pastOf("rebuilt");
        String zone = path.replaceAll(".*/|\\?.*", "");
        String province = given().get(path.replace("2022-12-31", "2022-12-30")).path("province");
        pool.preparedQuery("update zone_state set province = 'CN-XZ' where zone = $1")
                .executeAndAwait(Tuple.of(zone));
        given().get(path).then().body("province", equalTo("CN-XZ"));

        String rebuild = given().noContentType()
                .post("/v1/projections/registry/rebuild")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(PATIENCE).until(() -> "done".equals(given().get(rebuild).path("state")));

        await().atMost(PATIENCE).until(() -> province.equals(given().get(path).path("province")));
    }

    @Test
    void nothing_is_given_again_after_the_database_has_lost_something() {
        String path = pastOf("lost");
        given().get(path).then().statusCode(200);
        positions.beginEra();
        double before = again();
        given().get(path).then().statusCode(200);
        assertThat(again()).isEqualTo(before);
    }
}
