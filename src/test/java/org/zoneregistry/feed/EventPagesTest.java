package org.zoneregistry.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.trade.write.TradeRequests;

@QuarkusTest
class EventPagesTest {

    @Inject
    EventLog log;

    private long before;
    private String zone = "";
    private String entry = "";

    @BeforeEach
    void record_a_zone_with_an_entry() {
        before = head();
        zone = TradeRequests.zone();
        entry = UUID.randomUUID().toString();
        given().contentType("application/json")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .body(TradeRequests.entry(entry, "5"))
                .post("/v1/zones/{zone}/trade", zone)
                .then()
                .statusCode(201);
        TradeRequests.json("{\"effectiveOn\": \"2015-07-01\", \"reason\": \"no use\"}")
                .post("/v1/zones/{zone}/closure", zone)
                .then()
                .statusCode(200);
    }

    private long head() {
        return log.head().toCompletableFuture().join().position();
    }

    private static List<String> sequences(Response page) {
        return page.jsonPath().getList("sequence");
    }

    private static @Nullable String next(Response page) {
        String link = page.header("Link");
        return link == null ? null : link.substring(1, link.indexOf('>'));
    }

    @Test
    void an_event_is_a_cloud_event() {
        JsonPath event = given().get("/v1/events?after=" + before + "&zone=" + zone + "&type=TradeRecorded")
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/json"))
                .extract()
                .jsonPath();
        assertThat(event.getString("[0].specversion")).isEqualTo("1.0");
        assertThat(event.getUUID("[0].id").version()).isEqualTo(7);
        assertThat(event.getString("[0].source")).isEqualTo("urn:zone-registry:reference");
        assertThat(event.getString("[0].type")).isEqualTo("org.zoneregistry.TradeRecorded.v1");
        assertThat(event.getString("[0].subject")).isEqualTo(zone);
        assertThat(event.getString("[0].time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(event.getString("[0].datacontenttype")).isEqualTo("application/json");
        assertThat(Long.parseLong(event.getString("[0].sequence"))).isEqualTo(before + 2);
        assertThat(event.getString("[0].actor")).isEqualTo("local");
        assertThat(event.getString("[0].role")).isEqualTo("open-access");
        assertThat(event.getString("[0].correlationid")).isNotEmpty();
        assertThat(event.getString("[0].traceid")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(event.getString("[0].data.entryId")).isEqualTo(entry);
        event.<String, Object>getMap("[0]")
                .keySet()
                .forEach(name ->
                        assertThat(name).as("a name that CloudEvents allow").matches("[a-z0-9]{1,20}"));
    }

    @Test
    void the_batch_format_is_named_where_it_is_asked_for() {
        given().accept("application/cloudevents-batch+json")
                .get("/v1/events?after=" + before)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/cloudevents-batch+json"))
                .header("Vary", containsString("Accept"));
    }

    @Test
    void rows_are_to_be_had_as_csv() {
        given().accept("text/csv")
                .get("/v1/events?after=" + before + "&limit=1")
                .then()
                .statusCode(200)
                .body(
                        startsWith("specversion,id,source,type,subject,time"),
                        containsString("org.zoneregistry.ZoneEstablished.v1"));
    }

    @Test
    void pages_give_every_event_once_and_the_position_says_where_to_go_on() {
        var seen = new ArrayList<String>();
        String address = "/v1/events?limit=2&after=" + before + "&zone=" + zone;
        Response page = given().get(address);
        seen.addAll(sequences(page));
        assertThat(seen).hasSize(2);
        TradeRequests.zone();
        for (String next = next(page); next != null; next = next(page)) {
            page = given().urlEncodingEnabled(false).get(next);
            seen.addAll(sequences(page));
        }
        assertThat(seen.stream().map(Long::valueOf)).containsExactly(before + 1, before + 2, before + 3);
        assertThat(Long.parseLong(page.header("Registry-Position")))
                .as("all pages are of the log that the first one was of")
                .isEqualTo(before + 3);
        given().get("/v1/events?after=" + page.header("Registry-Position") + "&limit=1")
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .body("sequence", equalTo(List.of("%019d".formatted(before + 4))));
    }

    @Test
    void types_can_be_given_several_times() {
        given().get("/v1/events?type=ZoneClosed&type=ZoneEstablished&after=" + before)
                .then()
                .statusCode(200)
                .body("type", equalTo(List.of("org.zoneregistry.ZoneEstablished.v1", "org.zoneregistry.ZoneClosed.v1")))
                .body("reason", hasItem("no use"));
    }

    @Test
    void the_events_of_an_actor_are_to_be_had() {
        String ofZone = "/v1/events?after=" + before + "&zone=" + zone;
        given().get(ofZone + "&actor=local&actor=somebody").then().body("size()", equalTo(3));
        given().get(ofZone + "&actor=local&type=TradeRecorded").then().body("data.entryId", equalTo(List.of(entry)));
        given().get(ofZone + "&actor=somebody").then().statusCode(200).body("size()", equalTo(0));
        given().get("/v1/events?limit=3&after=" + before + "&actor=local")
                .then()
                .body("sequence.collect { it as long }", equalTo(List.of(before + 1, before + 2, before + 3)));
    }

    @Test
    void an_absorbed_zone_has_the_event_that_absorbed_it() {
        String into = TradeRequests.zone();
        String absorbed = TradeRequests.zone();
        TradeRequests.json("{\"effectiveOn\": \"2016\", \"absorbs\": [\"" + absorbed + "\"]}")
                .post("/v1/zones/{zone}/conversion", into)
                .then()
                .statusCode(200);
        given().get("/v1/events?zone=" + absorbed).then().body("subject", equalTo(List.of(absorbed, into)));
    }

    @Test
    void at_the_head_there_is_an_empty_page() {
        given().get("/v1/events?after=" + head())
                .then()
                .statusCode(200)
                .header("Registry-Position", notNullValue())
                .body("$", equalTo(List.of()));
    }

    @Test
    void a_past_log_never_changes() {
        given().get("/v1/events?knownAt=" + (before + 1) + "&after=" + before)
                .then()
                .statusCode(200)
                .header("Registry-Position", Long.toString(before + 1))
                .header("Cache-Control", containsString("immutable"))
                .body("size()", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "after=-1, ?after",
        "after=x, ?after",
        "after=99999999999, ?after",
        "zone=No%20Zone, ?zone",
        "type=ZoneExploded, ?type",
        "actor=, ?actor",
        "limit=0, ?limit",
        "limit=1001, ?limit",
        "since=3, ?since"
    })
    void what_is_not_understood_is_refused(String query, String pointer) {
        given().urlEncodingEnabled(false)
                .get("/v1/events?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("violations.pointer", equalTo(List.of(pointer)));
    }

    @Test
    void other_forms_are_not_acceptable() {
        given().accept("text/html").get("/v1/events").then().statusCode(406);
    }
}
