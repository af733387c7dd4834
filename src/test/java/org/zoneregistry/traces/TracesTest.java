package org.zoneregistry.traces;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;

/** A trace goes from the caller through the request, the decision and the append to the step of the projection. */
@QuarkusTest
@TestProfile(TracesTest.Profile.class)
class TracesTest {

    /** With the address of a collector. */
    public static class Profile implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Map.of("registry.traces.endpoint", "http://127.0.0.1:" + probe.getLocalPort() + "/v1/traces");
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static final String CALLER = "00f067aa0ba902b7";

    private final String code = UniqueCodes.next();

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestCollector collector;

    @BeforeEach
    void listen() throws IOException {
        collector = new TestCollector(
                URI.create(ConfigProvider.getConfig().getValue("registry.traces.endpoint", String.class)));
    }

    @AfterEach
    void close() {
        collector.close();
    }

    @Test
    void a_command_is_traced_from_its_caller_to_the_read_model() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Response answer = establish("00-" + trace + "-" + CALLER + "-01");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(collector.of(trace))
                        .extracting(span -> span.path("name").asText())
                        .contains("POST /v1/zones", "append", "project registry"));

        JsonNode request = collector.one(trace, "POST /v1/zones");
        assertThat(request.path("parentSpanId").asText()).isEqualTo(CALLER);
        assertThat(attribute(request, "http.route")).isEqualTo("/v1/zones");
        assertThat(attribute(request, "http.response.status_code")).isEqualTo("201");
        JsonNode append = collector.one(trace, "append");
        String event = answer.jsonPath().getString("events[0].id").replace("-", "");
        assertThat(append.path("spanId").asText()).as("that of the event").isEqualTo(event.substring(16));
        assertThat(append.path("parentSpanId").asText())
                .isEqualTo(request.path("spanId").asText());
        assertThat(collector.of(trace))
                .filteredOn(span -> span.path("name").asText().startsWith("decide "))
                .isNotEmpty()
                .allMatch(span -> span.path("parentSpanId")
                        .asText()
                        .equals(request.path("spanId").asText()));
        JsonNode step = collector.one(trace, "project registry");
        assertThat(
                        step.path("links").findValuesAsText("spanId").isEmpty()
                                ? step.path("parentSpanId").asText()
                                : step.path("links").findValuesAsText("spanId").getFirst())
                .isEqualTo(append.path("spanId").asText());
        for (JsonNode span : collector.of(trace)) {
            assertThat(span.path("endTimeUnixNano").asLong())
                    .as("%s", span)
                    .isGreaterThanOrEqualTo(span.path("startTimeUnixNano").asLong());
            assertThat(span.toString()).as("no text of clients").doesNotContain(code);
        }
    }

    @Test
    void a_request_without_a_trace_begins_one_that_its_events_have() {
        long position = establish(null).jsonPath().getLong("position");
        String trace = given().get("/v1/events?after=" + (position - 1) + "&limit=1")
                .jsonPath()
                .getString("[0].traceid");
        assertThat(trace).matches("[0-9a-f]{32}");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(collector.of(trace))
                        .extracting(span -> span.path("name").asText())
                        .contains("POST /v1/zones", "append"));
        assertThat(collector.one(trace, "POST /v1/zones").has("parentSpanId")).isFalse();
    }

    @Test
    void a_caller_that_does_not_sample_gets_no_spans_of_its_request() {
        String trace = "11111111111111111111111111111111";
        establish("00-" + trace + "-" + CALLER + "-00");
        String sampled = "22222222222222222222222222222222";
        given().header("traceparent", "00-" + sampled + "-" + CALLER + "-01").get("/v1/zones/" + code);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(collector.of(sampled)).hasSize(1));
        assertThat(collector.of(trace))
                .extracting(span -> span.path("name").asText())
                .doesNotContain("POST /v1/zones", "append");
    }

    private Response establish(@Nullable String traceparent) {
        var request = given().contentType("application/json").header("Idempotency-Key", code);
        Response answer = (traceparent == null ? request : request.header("traceparent", traceparent))
                .body("""
                        {"code": "%s", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS", \
                        "effectiveOn": "2010"}""".formatted(code))
                .post("/v1/zones");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static String attribute(JsonNode span, String key) {
        for (JsonNode attribute : span.path("attributes")) {
            if (attribute.path("key").asText().equals(key)) {
                JsonNode value = attribute.path("value");
                return value.path("stringValue").asText(value.path("intValue").asText());
            }
        }
        return "";
    }
}
