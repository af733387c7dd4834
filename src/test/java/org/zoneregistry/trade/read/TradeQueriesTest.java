package org.zoneregistry.trade.read;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.testing.UniqueCodes;

@QuarkusTest
class TradeQueriesTest {

    private long position;

    @Test
    void an_entry_reads_as_it_was_known_at_any_time() {
        String zone = zone();
        String id = entry(zone, "2012-03", "import", "100");
        long recorded = position;
        send("/v1/trade/" + id + "/correction", "{\"value\": \"250.5\", \"reason\": \"misread\"}");
        long corrected = position;
        send("/v1/trade/" + id + "/withdrawal", "{\"reason\": \"declared twice\"}");

        ask("/v1/trade/" + id + "?knownAt=" + recorded)
                .statusCode(200)
                .body("entryId", equalTo(id))
                .body("zone", equalTo(zone))
                .body("period", equalTo("2012-03"))
                .body("direction", equalTo("import"))
                .body("businessForm", equalTo("bonded-logistics"))
                .body("hsChapter", equalTo("85"))
                .body("value", equalTo("100.00"))
                .body("standing", equalTo("stands"))
                .body("corrections", equalTo(0))
                .body("recorded.position", equalTo((int) recorded))
                .body("$", not(hasKey("corrected")));
        ask("/v1/trade/" + id + "?knownAt=" + corrected)
                .body("value", equalTo("250.50"))
                .body("corrections", equalTo(1))
                .body("corrected.reason", equalTo("misread"));
        ask("/v1/trade/" + id)
                .statusCode(200)
                .body("standing", equalTo("withdrawn"))
                .body("withdrawn.reason", equalTo("declared twice"))
                .body("value", equalTo("250.50"));
        ask("/v1/trade/" + id + "?knownAt=" + (recorded - 1))
                .statusCode(404)
                .body("type", equalTo("/problems/entry-not-found"))
                .body("entry", equalTo(id));
        ask("/v1/trade?zone=" + zone).body("entries", hasSize(0));
        ask("/v1/trade?zone=" + zone + "&knownAt=" + corrected).body("entries.value", contains("250.50"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "c d+e", "f;g=h", "i%2Fj", "k?l#m", "号-1", "...", "n\"o<p>", "q/", "&=,:@"})
    void an_entry_is_found_by_any_id(String name) {
        String id = UniqueCodes.next().substring(0, 20) + name;
        String zone = zone();
        record(zone, id, "2012", "total", "1");
        String path =
                "/v1/trade/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        ask(path).statusCode(200).body("entryId", equalTo(id));
        ask(path + "/history").statusCode(200).body("entryId", equalTo(id)).body("events", hasSize(1));
    }

    @Test
    void entries_are_filtered_and_paged() {
        String zone = zone();
        String march = entry(zone, "2012-03", "import", "1");
        String year = entry(zone, "2012", "total", "2");
        String next = entry(zone, "2013-01", "export", "3");
        ask("/v1/trade?zone=" + zone).statusCode(200).body("entries.entryId", contains(year, march, next));
        ask("/v1/trade?zone=" + zone + "&period=2012").body("entries.entryId", contains(year, march));
        ask("/v1/trade?zone=" + zone + "&period=2012-03").body("entries.entryId", contains(march));
        ask("/v1/trade?direction=export&businessForm=bonded-logistics&hsChapter=85&partner=DE&enterprise=E%201&zone="
                        + zone)
                .body("entries.entryId", contains(next));
        ask("/v1/trade?partner=JP&zone=" + zone).body("entries", hasSize(0));
        String link = ask("/v1/trade?limit=2&zone=" + zone)
                .body("entries.entryId", contains(year, march))
                .header("Link", startsWith("</v1/trade?"))
                .extract()
                .header("Link");
        ask(link.replaceAll("^<|>.*$", ""))
                .body("entries.entryId", contains(next))
                .header("Link", nullValue());
        String csv = given().header("Accept", "text/csv")
                .header("Registry-Min-Position", position)
                .get("/v1/trade?zone=" + zone)
                .asString();
        assertThat(csv.split("\r\n", -1))
                .contains(
                        "entryId,zone,period,direction,businessForm,hsChapter,enterprise,partner,value,position",
                        year + "," + zone + ",2012,total,bonded-logistics,85,E 1,DE,2.00," + (position - 1));
    }

    @Test
    void an_entry_is_orphaned_while_its_zone_is_not_live_in_its_period() {
        String zone = zone();
        long before = position;
        String old = entry(zone, "2011-03", "import", "1");
        String late = entry(zone, "2012", "import", "2");
        String closure = send("/v1/zones/" + zone + "/closure", """
                {"effectiveOn": "2011-12-01", "reason": "no use"}
                """);
        long closed = position;
        ask("/v1/trade?orphaned=true&zone=" + zone).statusCode(200).body("entries.entryId", contains(late));
        ask("/v1/trade?orphaned=false&zone=" + zone).body("entries.entryId", contains(old));
        send("/v1/facts/" + closure + "/withdrawal", "{\"reason\": \"another zone\"}");
        ask("/v1/trade?orphaned=true&zone=" + zone).body("entries", hasSize(0));
        ask("/v1/trade?orphaned=true&zone=" + zone + "&knownAt=" + closed).body("entries.entryId", contains(late));
        ask("/v1/trade?orphaned=true&zone=" + zone + "&knownAt=" + before).body("entries", hasSize(0));
    }

    @Test
    void a_history_has_every_event_about_an_entry() {
        String id = entry(zone(), "2012-03", "import", "100");
        String correction = send("/v1/trade/" + id + "/correction", "{\"value\": \"2\", \"reason\": \"misread\"}");
        String withdrawal = send("/v1/trade/" + id + "/withdrawal", "{\"reason\": \"declared twice\"}");
        String link = ask("/v1/trade/" + id + "/history?limit=2")
                .statusCode(200)
                .body("events.type", contains("TradeRecorded", "TradeCorrected"))
                .body("events[1].id", equalTo(correction))
                .body("events[1].data.value", equalTo("2.00"))
                .extract()
                .header("Link");
        ask(link.replaceAll("^<|>.*$", "")).body("events.id", contains(withdrawal));
        ask("/v1/trade/no-such-entry/history").statusCode(404).body("type", equalTo("/problems/entry-not-found"));
    }

    @Test
    void published_figures_have_their_revisions() {
        String source = UniqueCodes.next();
        publish("CN-NX", "1908", "10", source);
        long first = position;
        publish("CN-NX", "1908", "11", source);
        publish("CN-QH", "1908", "5", source);
        ask("/v1/aggregates?subject=zones&period=1908&territory=CN-NX")
                .statusCode(200)
                .body("aggregates", hasSize(1))
                .body("aggregates[0].total", equalTo("11.00"))
                .body("aggregates[0].import", equalTo("3.00"))
                .body("aggregates[0].revision", equalTo(2))
                .body("aggregates[0].revisions.total", contains("10.00", "11.00"))
                .body("aggregates[0].revisions[0].position", equalTo((int) first))
                .body("aggregates[0].source", equalTo(source));
        ask("/v1/aggregates?subject=zones&period=1908&territory=CN-NX&knownAt=" + first)
                .body("aggregates[0].total", equalTo("10.00"))
                .body("aggregates[0].revisions", hasSize(1));
        String link = ask("/v1/aggregates?period=1908&limit=1")
                .body("aggregates.territory", contains("CN-NX"))
                .extract()
                .header("Link");
        ask(link.replaceAll("^<|>.*$", "")).body("aggregates.territory", contains("CN-QH"));
        ask("/v1/aggregates?period=1908&businessForm=other").body("aggregates", hasSize(0));
        String csv = given().header("Accept", "text/csv")
                .get("/v1/aggregates?period=1908")
                .asString();
        assertThat(csv)
                .startsWith("subject,territory,period,businessForm,total,import,export,source,position,")
                .contains("zones,CN-NX,1908,,11.00,3.00,,");
    }

    @Test
    void a_figure_shows_its_revisions() {
        String zone = zone();
        String one = entry(zone, "2012-03", "import", "100");
        long first = position;
        entry(zone, "2012", "total", "50");
        entry(zone, "2013-01", "import", "7");
        send("/v1/trade/" + one + "/correction", "{\"businessForm\": \"other\", \"reason\": \"only its form\"}");
        String correction =
                send("/v1/trade/" + one + "/correction", "{\"value\": \"101.01\", \"reason\": \"misread\"}");
        String withdrawal = send("/v1/trade/" + one + "/withdrawal", "{\"reason\": \"declared twice\"}");
        String figure = "/v1/statistics/vintages?measure=trade&zone=" + zone + "&period=2012";
        ask(figure)
                .statusCode(200)
                .body("vintages.value", contains("100.00", "150.00", "151.01", "50.00"))
                .body("vintages[0].position", equalTo((int) first))
                .body("vintages[2].event", equalTo(correction))
                .body("vintages[2].reason", equalTo("misread"))
                .body("vintages[3].event", equalTo(withdrawal))
                .body("vintages[3].type", equalTo("TradeWithdrawn"))
                .body("vintages[3].entryId", equalTo(one));
        ask(figure + "&businessForm=bonded-logistics").body("vintages.value", contains("100.00", "150.00", "50.00"));
        ask(figure + "&direction=total").body("vintages.value", contains("50.00"));
        ask(figure + "&direction=total,import,export&businessForm=bonded-logistics&businessForm=other")
                .body("vintages.value", contains("100.00", "150.00", "151.01", "50.00"));
        ask(figure + "&hsChapter=84,85").body("vintages.value", contains("100.00", "150.00", "151.01", "50.00"));
        ask(figure + "&hsChapter=84").body("vintages", empty());
        String neighbour = zone();
        entry(neighbour, "2012-03", "import", "7.00");
        ask(figure + "&zone=" + neighbour)
                .body("vintages.value", contains("100.00", "150.00", "151.01", "50.00", "57.00"));
        ask(figure + "-03").body("vintages.value", contains("100.00", "101.01", "0.00"));
        ask(figure + "&knownAt=" + first).body("vintages.value", contains("100.00"));
        String link = ask(figure + "&limit=2").extract().header("Link");
        ask(link.replaceAll("^<|>.*$", "")).body("vintages.value", contains("151.01", "50.00"));

        publish("CN-XJ", "1909", "10", zone);
        publish("CN-XJ", "1909", "10", zone + " again");
        publish("CN-XJ", "1909", "12", zone);
        ask("/v1/statistics/vintages?measure=aggregate&subject=zones&territory=CN-XJ&period=1909")
                .body("vintages.value", contains("10.00", "12.00"));
        ask("/v1/statistics/vintages?measure=zones-trade&period=2012-03").statusCode(200);
    }

    @Test
    void every_wrong_parameter_is_named() {
        ask("/v1/trade?zone=A%20B&period=2022-13&businessForm=x&direction=x&hsChapter=98&partner=XX&orphaned=yes")
                .statusCode(400)
                .body(
                        "violations.pointer",
                        hasItems(
                                "?zone",
                                "?period",
                                "?businessForm",
                                "?direction",
                                "?hsChapter",
                                "?partner",
                                "?orphaned"));
        ask("/v1/aggregates?subject=x&territory=CN-XX&period=x&businessForm=x")
                .statusCode(400)
                .body("violations.pointer", hasItems("?subject", "?territory", "?period", "?businessForm"));
        ask("/v1/statistics/vintages").statusCode(400).body("violations.pointer", hasItems("?measure", "?period"));
        ask("/v1/statistics/vintages?measure=trade&period=2022&territory=CN")
                .statusCode(400)
                .body("violations.pointer", hasItems("?zone", "?territory"));
        ask("/v1/statistics/vintages?measure=aggregate&period=2022&zone=a")
                .statusCode(400)
                .body("violations.pointer", hasItems("?subject", "?territory", "?zone"));
        ask("/v1/statistics/vintages?measure=aggregate&period=2022&subject=zones&territory=CN&hsChapter=84"
                        + "&direction=total&businessForm=processing-trade,bonded-logistics")
                .statusCode(400)
                .body("violations.pointer", contains("?direction", "?hsChapter", "?businessForm"));
    }

    /** A new zone, live from 1 July 2010 on. */
    private String zone() {
        String code = UniqueCodes.next();
        send("/v1/zones", """
                {"code": "%s", "name": {"en": "Zone %s"}, "type": "bonded-zone", "province": "CN-JS",
                 "effectiveOn": "2010-07-01"}""".formatted(code, code));
        return code;
    }

    private String entry(String zone, String period, String direction, String value) {
        String id = UniqueCodes.next();
        record(zone, id, period, direction, value);
        return id;
    }

    private void record(String zone, String id, String period, String direction, String value) {
        send("/v1/zones/" + zone + "/trade", """
                {"entryId": "%s", "period": "%s", "direction": "%s", "businessForm": "bonded-logistics",
                 "hsChapter": "85", "enterprise": "E 1", "partner": "DE", \
                "value": "%s"}""".formatted(id.replace("\"", "\\\""), period, direction, value));
    }

    private void publish(String territory, String period, String total, String source) {
        send("/v1/aggregates", """
                {"subject": "zones", "territory": "%s", "period": "%s", "total": "%s", "import": "3",
                 "source": "%s"}""".formatted(territory, period, total, source));
    }

    private String send(String path, String body) {
        var answer = given().contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(oneOf(200, 201))
                .extract();
        position = answer.jsonPath().getLong("position");
        return answer.jsonPath().getString("events[0].id");
    }

    private ValidatableResponse ask(String path) {
        return given().urlEncodingEnabled(false)
                .header("Registry-Min-Position", position)
                .get(path)
                .then();
    }
}
