package org.zoneregistry.zone.read;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ZoneQueriesTest {

    private final Clerk clerk = new Clerk();

    @Test
    void a_zone_is_shown_as_it_was_with_both_of_its_days_and_without_what_is_not_known() {
        String code = Clerk.newCode("plain");
        clerk.establish(code);
        clerk.send("/v1/zones/" + code + "/acceptance", "{\"effectiveOn\": \"2011-02\"}");

        clerk.ask("/v1/zones/" + code + "?validAt=2011-02-28")
                .statusCode(200)
                .header("Registry-Position", Long.toString(clerk.position()))
                .body("code", equalTo(code))
                .body("name.zh", equalTo("甲区"))
                .body("type", equalTo("export-processing-zone"))
                .body("status", equalTo("operating"))
                .body("province", equalTo("CN-JS"))
                .body("region", equalTo("east"))
                .body("areaKm2", equalTo(5.2f))
                .body("facilities", hasSize(0))
                .body("predecessors", hasSize(0))
                .body("establishedOn", equalTo("2010-01-01"))
                .body("establishedNotBefore", equalTo("2010-01-01"))
                .body("effectiveOn", equalTo("2011-02-28"))
                .body("effectiveNotBefore", equalTo("2011-02-01"))
                .body("$", not(org.hamcrest.Matchers.hasKey("successor")))
                .body("$", not(org.hamcrest.Matchers.hasKey("customsDistrict")));
        clerk.ask("/v1/zones/" + code + "?validAt=2011-02-27").body("status", equalTo("established"));
    }

    @Test
    void a_zone_that_was_not_yet_established_or_not_yet_known_is_not_found() {
        String code = Clerk.newCode("late");
        clerk.establish(code);

        clerk.ask("/v1/zones/" + code + "?validAt=2009-12-31")
                .statusCode(404)
                .body("type", equalTo("/problems/zone-not-found"))
                .body("zone", equalTo(code));
        clerk.ask("/v1/zones/" + code + "?knownAt=" + (clerk.position() - 1)).statusCode(404);
        clerk.ask("/v1/zones/" + code + "/timeline?knownAt=" + (clerk.position() - 1))
                .statusCode(404);
        clerk.ask("/v1/zones/" + code + "/history?knownAt=" + (clerk.position() - 1))
                .statusCode(404);
        clerk.ask("/v1/zones/No%20Code").statusCode(404).body("type", equalTo("/problems/zone-not-found"));
    }

    @Test
    void an_answer_about_the_past_stays_the_same_to_the_byte_after_an_amendment() {
        String code = Clerk.newCode("amended");
        clerk.establish(code);
        String accepted = clerk.send("/v1/zones/" + code + "/acceptance", "{\"effectiveOn\": \"2011-02-01\"}");
        String past = "/v1/zones/" + code + "?validAt=2011-03-01&knownAt=" + clerk.position();
        byte[] before = clerk.ask(past).statusCode(200).extract().asByteArray();

        clerk.send("/v1/facts/" + accepted + "/amendment", """
                {"effectiveOn": "2011-06-01", "reason": "the notice was misread"}
                """);

        assertThat(clerk.ask(past).extract().asByteArray()).isEqualTo(before);
        clerk.ask("/v1/zones/" + code + "?validAt=2011-03-01").body("status", equalTo("established"));
    }

    @Test
    void the_entity_tag_names_the_last_event_about_the_zone_and_commands_honour_it() {
        String code = Clerk.newCode("tagged");
        clerk.establish(code);
        long last = clerk.position();
        clerk.establish(Clerk.newCode("other"));

        String tag = clerk.ask("/v1/zones/" + code).extract().header("ETag");

        assertThat(tag).startsWith("\"" + last + "-");
        given().header("If-None-Match", tag).get("/v1/zones/" + code).then().statusCode(304);
        for (int status : List.of(200, 412)) {
            given().contentType("application/json")
                    .header("If-Match", tag)
                    .body("{\"effectiveOn\": \"2012-02-01\", \"areaKm2\": 3}")
                    .post("/v1/zones/" + code + "/area")
                    .then()
                    .statusCode(status);
        }
    }

    @Test
    void zones_are_filtered_counted_and_given_page_by_page_in_the_order_of_their_codes() {
        String mark = Clerk.newCode("mark");
        for (int i = 0; i < 5; i++) {
            clerk.establish(mark + "-" + i);
        }
        clerk.send("/v1/zones/" + mark + "-3/closure", "{\"effectiveOn\": \"2015-01-01\", \"reason\": \"empty\"}");

        var first = clerk.ask("/v1/zones?validAt=2016-01-01&limit=2&q=" + mark.toUpperCase(java.util.Locale.ROOT))
                .statusCode(200)
                .body("validAt", equalTo("2016-01-01"))
                .body("total", equalTo(5))
                .body("zones.code", contains(mark + "-0", mark + "-1"))
                .header("Link", startsWith("</v1/zones?"))
                .extract();
        String next = first.header("Link").replaceAll("^<|>.*$", "");
        clerk.ask(next).body("total", equalTo(5)).body("zones.code", contains(mark + "-2", mark + "-3"));

        clerk.ask("/v1/zones?validAt=2016-01-01&status=live&q=" + mark).body("total", equalTo(4));
        clerk.ask("/v1/zones?validAt=2016-01-01&status=closed&q=" + mark).body("zones.code", contains(mark + "-3"));
        clerk.ask("/v1/zones?validAt=2009-01-01&q=" + mark)
                .body("total", equalTo(0))
                .body("zones", hasSize(0));
        clerk.ask("/v1/zones?type=bonded-zone&q=" + mark).body("total", equalTo(0));
        clerk.ask("/v1/zones?province=CN-JS&region=east&type=export-processing-zone&q=" + mark)
                .body("total", equalTo(5));
        clerk.ask("/v1/zones?region=west&q=" + mark).body("total", equalTo(0));
        clerk.ask("/v1/zones?limit=1000&q=%E7%94%B2").body("zones.code", hasItem(mark + "-0"));
    }

    @Test
    void text_is_looked_for_as_it_is_without_wildcards() {
        clerk.establish(Clerk.newCode("wild"));

        clerk.ask("/v1/zones?q=%25").body("total", equalTo(0));
        clerk.ask("/v1/zones?q=_").body("total", equalTo(0));
        clerk.ask("/v1/zones?q=%27%20or%201").body("total", equalTo(0));
    }

    @Test
    void a_list_is_csv_where_that_is_asked_for() {
        String code = Clerk.newCode("csv");
        clerk.establish(code);
        clerk.send("/v1/zones/" + code + "/facilities", "{\"effectiveOn\": \"2011-02-01\", \"kind\": \"cold-chain\"}");

        String[] lines = given().header("Accept", "text/csv")
                .header("Registry-Min-Position", clerk.position())
                .get("/v1/zones?q=" + code)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString()
                .split("\r\n", -1);

        assertThat(lines[0]).startsWith("code,name.en,name.zh,type,status,province,region,customsDistrict,areaKm2");
        assertThat(lines[1])
                .startsWith(
                        code + "," + code + " Zone,甲区,export-processing-zone,established,CN-JS,east,,5.2,cold-chain,");
    }

    @Test
    void every_wrong_parameter_is_named() {
        clerk.ask("/v1/zones?validAt=2022-02-30&type=harbour&status=dead&province=CN-XX"
                        + "&region=north&limit=0&colour=red")
                .statusCode(400)
                .body("type", equalTo("/problems/validation"));
        clerk.ask("/v1/zones?validAt=2022-02-30&type=harbour&status=dead&province=CN-XX&region=north&limit=0")
                .statusCode(400)
                .body("violations.pointer", hasItems("?validAt", "?type", "?status", "?province", "?region", "?limit"));
    }

    @Test
    void a_timeline_tells_the_facts_in_effective_order_with_what_was_corrected_since() {
        String code = Clerk.newCode("told");
        String established = clerk.establish(code);
        String area = clerk.send("/v1/zones/" + code + "/area", "{\"effectiveOn\": \"2014-01-01\", \"areaKm2\": 7}");
        String accepted = clerk.send("/v1/zones/" + code + "/acceptance", "{\"effectiveOn\": \"2011-02-01\"}");
        long uncorrected = clerk.position();
        String amendment = clerk.send("/v1/facts/" + area + "/amendment", """
                {"effectiveOn": "2010-06-01", "values": {"areaKm2": 6.5}, "reason": "misread"}
                """);
        String withdrawal = clerk.send("/v1/facts/" + accepted + "/withdrawal", "{\"reason\": \"another zone\"}");

        clerk.ask("/v1/zones/" + code + "/timeline")
                .statusCode(200)
                .body("zone", equalTo(code))
                .body("facts.id", contains(established, area, accepted))
                .body("facts.type", contains("ZoneEstablished", "ZoneAreaAdjusted", "ZoneAccepted"))
                .body("facts.standing", contains("stands", "stands", "withdrawn"))
                .body("facts[0].values.name.en", equalTo(code + " Zone"))
                .body("facts[1].effectiveOn", equalTo("2010-06-01"))
                .body("facts[1].values.areaKm2", equalTo(6.5f))
                .body("facts[1].amendments.id", contains(amendment))
                .body("facts[1].amendments[0].reason", equalTo("misread"))
                .body("facts[1].amendments[0].before.effectiveOn", equalTo("2014-01-01"))
                .body("facts[1].amendments[0].before.values.areaKm2", equalTo(7))
                .body("facts[2].withdrawal.id", equalTo(withdrawal))
                .body("facts[2].withdrawal.reason", equalTo("another zone"));
        clerk.ask("/v1/zones/" + code + "/timeline?knownAt=" + uncorrected)
                .body("facts.id", contains(established, accepted, area))
                .body("facts.standing", contains("stands", "stands", "stands"))
                .body("facts[2].amendments", hasSize(0))
                .body("facts[1].withdrawal", nullValue());
    }

    @Test
    void a_zone_that_a_fact_is_no_longer_about_still_tells_of_it() {
        String successor = Clerk.newCode("successor");
        String absorbed = Clerk.newCode("absorbed");
        String instead = Clerk.newCode("instead");
        List.of(successor, absorbed, instead).forEach(clerk::establish);
        String conversion = clerk.send(
                "/v1/zones/" + successor + "/conversion",
                "{\"effectiveOn\": \"2012-01-01\", \"absorbs\": [\"" + absorbed + "\"]}");
        clerk.ask("/v1/zones/" + absorbed).body("status", equalTo("absorbed")).body("successor", equalTo(successor));
        clerk.send("/v1/facts/" + conversion + "/amendment", """
                {"values": {"absorbs": ["%s"]}, "reason": "the wrong one"}
                """.formatted(instead));

        clerk.ask("/v1/zones/" + absorbed + "/timeline")
                .body("facts[1].id", equalTo(conversion))
                .body("facts[1].standing", equalTo("elsewhere"))
                .body("facts[1].zone", equalTo(successor));
        clerk.ask("/v1/zones/" + absorbed).body("status", equalTo("established"));
        clerk.ask("/v1/zones/" + instead).body("status", equalTo("absorbed"));
        clerk.ask("/v1/zones/" + successor).body("predecessors", contains(instead));
    }

    @Test
    void a_history_tells_every_event_in_the_order_of_the_log_page_by_page() {
        String code = Clerk.newCode("history");
        String established = clerk.establish(code);
        String area = clerk.send("/v1/zones/" + code + "/area", "{\"effectiveOn\": \"2014-01-01\", \"areaKm2\": 7}");
        String withdrawn = clerk.send("/v1/facts/" + area + "/withdrawal", "{\"reason\": \"another zone\"}");

        var first = clerk.ask("/v1/zones/" + code + "/history?limit=2")
                .statusCode(200)
                .body("events.id", contains(established, area))
                .body("events[0].type", equalTo("ZoneEstablished"))
                .body("events[0].data.province", equalTo("CN-JS"))
                .extract();
        clerk.ask(first.header("Link").replaceAll("^<|>.*$", ""))
                .body("events.id", contains(withdrawn))
                .body("events[0].type", equalTo("ZoneFactWithdrawn"))
                .header("Link", nullValue());
    }

    @Test
    void the_thirty_one_provinces_have_their_codes_names_and_regions() {
        given().get("/v1/territories")
                .then()
                .statusCode(200)
                .body("territories", hasSize(31))
                .body("territories[9].iso", equalTo("CN-JS"))
                .body("territories[9].gbt2260", equalTo("320000"))
                .body("territories[9].name.zh", equalTo("江苏省"))
                .body("territories[9].region", equalTo("east"));
        given().header("Accept", "text/csv")
                .get("/v1/territories")
                .then()
                .statusCode(200)
                .body(startsWith("iso,gbt2260,name.en,name.zh,region\r\nCN-BJ,110000,Beijing,"));
        given().get("/v1/territories?colour=red").then().statusCode(400);
    }
}
