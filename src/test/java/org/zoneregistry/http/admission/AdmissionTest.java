package org.zoneregistry.http.admission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.http.ExampleLog;
import org.zoneregistry.http.HttpProfile;
import org.zoneregistry.http.connection.ExchangeOfNobody;
import org.zoneregistry.http.connection.Untaken;

/** A node with room for two requests and 100 bytes of bodies, which waits a second for a body. */
@QuarkusTest
@TestProfile(AdmissionTest.Small.class)
class AdmissionTest {

    /** A node with little room. */
    public static class Small extends HttpProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "registry.http.most-requests", "2",
                    "registry.http.most-streams", "1",
                    "registry.http.most-body-bytes", "100",
                    "registry.http.body-patience", "2s");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ExampleLog.class);
        }
    }

    private static final String READ = "/v1/aggregates";
    private static final String EXPORT = "/v1/audit/export";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI uri;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    InFlight inFlight;

    @Inject
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    Untaken untaken;

    /** Waits until requests have released their places, which happens shortly after their answers. */
    @BeforeEach
    void isIdle() {
        await().untilAsserted(() -> assertThat(inFlight.requests()).isZero());
        await().untilAsserted(() -> assertThat(inFlight.heldBytes()).isZero());
    }

    @Test
    void requests_that_are_too_many_are_refused_and_health_is_not() {
        inFlight.enter();
        inFlight.enter();
        try {
            given().get(READ)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/overloaded"));
            establish(20).then().statusCode(503);
            given().accept("text/event-stream, application/json")
                    .get(READ)
                    .then()
                    .statusCode(503); // whatever the client accepts
            given().get("/q/health/live").then().statusCode(200);
            assertThat(given().get("/q/metrics").asString()).containsPattern("registry_http_refused_total [1-9]");
        } finally {
            inFlight.leave();
            inFlight.leave();
        }
        given().get(READ).then().statusCode(200);
        isIdle();
    }

    @Test
    void a_live_feed_takes_no_place_once_it_has_begun() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var feed = client.send(
                    HttpRequest.newBuilder(uri.resolve("/v1/events"))
                            .header("Accept", "text/event-stream")
                            .build(),
                    BodyHandlers.ofInputStream());
            assertThat(feed.statusCode()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(inFlight.requests()).isZero());
            feed.body().close();
            client.shutdownNow();
        }
        inFlight.enter();
        inFlight.enter();
        given().get(READ).then().statusCode(503); // a refused request must not release a place
        inFlight.leave();
        inFlight.leave();
    }

    @Test
    void bodies_that_are_too_much_together_are_refused() {
        establish(20).then().statusCode(400);
        isIdle();
        inFlight.hold(90);
        establish(20).then().statusCode(503).header("Retry-After", "1");
        inFlight.release(90);
        establish(20).then().statusCode(400);
    }

    @Test
    void whoever_does_not_send_its_body_takes_nobodys_place_and_is_cut_off() throws Exception {
        try (Socket first = unfinished();
                Socket second = unfinished();
                Socket third = unfinished()) {
            given().get(READ).then().statusCode(200);
            for (Socket each : new Socket[] {first, second, third}) {
                assertThat(each.getInputStream().read()).as("cut off").isEqualTo(-1);
            }
        }
        establish(90).then().statusCode(400);
    }

    @Test
    void a_streamed_answer_for_which_there_is_no_room_is_refused_and_nothing_else() {
        ExchangeOfNobody nobody = new ExchangeOfNobody();
        assertThat(untaken.tryStream(nobody.exchange())).isTrue();
        given().get(EXPORT)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", nullValue());
        given().get(READ).then().statusCode(200);
        nobody.goes();
        given().get(EXPORT).then().statusCode(200);
    }

    private static Response establish(int bytes) {
        return given().contentType("application/json")
                .body("{" + " ".repeat(bytes - 2) + "}")
                .post("/v1/zones");
    }

    /** A command of which only a part of the body arrives. */
    private Socket unfinished() throws IOException {
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.getOutputStream()
                .write(("POST /v1/zones HTTP/1.1\r\nHost: " + uri.getAuthority()
                                + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{         ")
                        .getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }
}
