package org.zoneregistry.attribution;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.trade.write.TradeRequests;

/** Every answer about recorded events says who recorded them, why, and as part of which request. */
@QuarkusTest
class WhoAndWhyTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final String correlation = "office-" + UUID.randomUUID();

    private RequestSpecification request(String body) {
        return TradeRequests.json(body)
                .header("Correlation-Id", correlation)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
    }

    private String closeWithReason(String zone) {
        Response answer = request("{\"effectiveOn\": \"2015-07-01\", \"reason\": \"no use\"}")
                .post("/v1/zones/{zone}/closure", zone);
        answer.then().statusCode(200).header("Correlation-Id", correlation);
        return answer.jsonPath().getString("events[0].id");
    }

    private void assertWhoAndWhy(Map<String, Object> told, String reason) {
        assertThat(told)
                .containsEntry("actor", "local")
                .containsEntry("role", "open-access")
                .containsEntry("correlationId", correlation)
                .containsEntry("traceId", TRACE)
                .containsEntry("reason", reason);
    }

    private static JsonPath read(String path, Object... parameters) {
        return TradeRequests.reading()
                .get(path, parameters)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void a_zones_history_says_it() {
        String zone = TradeRequests.zone();
        closeWithReason(zone);
        JsonPath history = read("/v1/zones/{zone}/history", zone);
        assertThat(history.getString("events[0].correlationId")).isNotEmpty().isNotEqualTo(correlation);
        assertThat(history.<Map<String, Object>>getList("events").getFirst()).doesNotContainKeys("traceId", "reason");
        assertWhoAndWhy(history.getMap("events[1]"), "no use");
    }

    @Test
    void a_zones_timeline_says_it_of_facts_amendments_and_withdrawals() {
        String zone = TradeRequests.zone();
        String closure = closeWithReason(zone);
        request("{\"effectiveOn\": \"2016-07-01\", \"reason\": \"a slip\"}")
                .post("/v1/facts/{fact}/amendment", closure)
                .then()
                .statusCode(200);
        request("{\"reason\": \"it stays\"}")
                .post("/v1/facts/{fact}/withdrawal", closure)
                .then()
                .statusCode(200);
        JsonPath timeline = read("/v1/zones/{zone}/timeline", zone);
        assertWhoAndWhy(timeline.getMap("facts[1]"), "no use");
        assertWhoAndWhy(timeline.getMap("facts[1].amendments[0]"), "a slip");
        assertWhoAndWhy(timeline.getMap("facts[1].withdrawal"), "it stays");
    }

    @Test
    void a_difference_says_it() {
        String zone = TradeRequests.zone();
        closeWithReason(zone);
        JsonPath diff = read("/v1/zones/{zone}/diff?fromValidAt=2014-01-01&toValidAt=2016-01-01", zone);
        assertWhoAndWhy(diff.getMap("events[0]"), "no use");
    }

    @Test
    void an_entry_and_its_history_say_it() {
        String zone = TradeRequests.zone();
        String entry = UUID.randomUUID().toString();
        TradeRequests.record(zone, TradeRequests.entry(entry, "5"));
        request("{\"value\": \"6\", \"reason\": \"a typing error\"}")
                .post("/v1/trade/{entry}/correction", entry)
                .then()
                .statusCode(200);
        assertWhoAndWhy(read("/v1/trade/{entry}/history", entry).getMap("events[1]"), "a typing error");
        assertWhoAndWhy(read("/v1/trade/{entry}", entry).getMap("corrected"), "a typing error");
    }

    @Test
    void the_events_of_a_file_have_the_correlation_of_its_request() {
        String zone = TradeRequests.zone();
        String entry = UUID.randomUUID().toString();
        String lines =
                "entryId,zone,period,direction,businessForm,value\n" + entry + "," + zone + ",2022,total,other,5\n";
        given().contentType("text/csv")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Correlation-Id", correlation)
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .header("Correlation-Id", correlation);
        assertThat(read("/v1/trade/{entry}/history", entry).getString("events[0].correlationId"))
                .isEqualTo(correlation);
    }

    @Test
    void a_refusal_is_answered_with_the_correlation_too() {
        request("{\"effectiveOn\": \"2015\", \"reason\": \"no use\"}")
                .post("/v1/zones/no-such-zone/closure")
                .then()
                .statusCode(404)
                .header("Correlation-Id", correlation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "", "naïve"})
    void a_correlation_that_is_none_is_refused(String id) {
        given().contentType("application/json")
                .header("Correlation-Id", id)
                .body("{\"effectiveOn\": \"2015\", \"reason\": \"no use\"}")
                .post("/v1/zones/no-such-zone/closure")
                .then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("header:Correlation-Id")));
    }
}
