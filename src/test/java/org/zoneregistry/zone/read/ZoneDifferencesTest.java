package org.zoneregistry.zone.read;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ZoneDifferencesTest {

    private final Clerk clerk = new Clerk();

    @Test
    void a_difference_names_the_members_and_the_events_that_made_it() {
        String code = Clerk.newCode("diff");
        clerk.establish(code);
        String accepted = clerk.send("/v1/zones/" + code + "/acceptance", "{\"effectiveOn\": \"2011-02-01\"}");
        long before = clerk.position();
        String area = clerk.send("/v1/zones/" + code + "/area", "{\"effectiveOn\": \"2010-06-01\", \"areaKm2\": 7}");

        clerk.ask("/v1/zones/" + code + "/diff?fromValidAt=2011-01-01&toValidAt=2011-03-01&fromKnownAt=" + before)
                .statusCode(200)
                .body("change", equalTo("changed"))
                .body("from.validAt", equalTo("2011-01-01"))
                .body("from.position", equalTo((int) before))
                .body("members.member", contains("status", "areaKm2", "effectiveOn", "effectiveNotBefore"))
                .body("members[0].from", equalTo("established"))
                .body("members[0].to", equalTo("operating"))
                .body("members[1].from", equalTo(5.2f))
                .body("members[1].to", equalTo(7))
                .body("events.id", contains(accepted, area))
                .body("events.because", contains("effective-between", "recorded-between"));
        clerk.ask("/v1/zones/" + code + "/diff?fromValidAt=2009-01-01&toValidAt=2010-02-01")
                .body("change", equalTo("added"));
        clerk.ask("/v1/zones/" + code + "/diff?fromValidAt=2010-02-01&toValidAt=2009-01-01")
                .body("change", equalTo("removed"));
        clerk.ask("/v1/zones/" + code + "/diff")
                .body("change", equalTo("none"))
                .body("members", hasSize(0))
                .body("events", hasSize(0));
        clerk.ask("/v1/zones/no-such-zone/diff").statusCode(404);
        clerk.ask("/v1/zones/" + code + "/diff?fromKnownAt=999999999")
                .statusCode(400)
                .body("type", equalTo("/problems/known-at-in-the-future"));
        clerk.ask("/v1/zones/" + code + "/diff?knownAt=1").statusCode(400);
    }

    @Test
    void a_difference_is_of_the_two_points_alone() {
        String code = Clerk.newCode("point");
        clerk.establish(code);
        long from = clerk.position();
        clerk.send("/v1/zones/" + code + "/acceptance", "{\"effectiveOn\": \"2011-02-01\"}");
        long to = clerk.position();
        clerk.send("/v1/zones/" + code + "/area", "{\"effectiveOn\": \"2012\", \"areaKm2\": 7}");
        for (String path : List.of("/v1/zones/" + code + "/diff", "/v1/registry/diff")) {
            given().header("Accept-Datetime", "Mon, 23 Nov 2020 22:40:24 GMT")
                    .get(path + "?fromKnownAt=" + from + "&toKnownAt=" + to)
                    .then()
                    .statusCode(200)
                    .header("Registry-Position", equalTo(Long.toString(to)))
                    .header("Memento-Datetime", nullValue())
                    .header("Cache-Control", equalTo("no-cache"));
        }
    }

    @Test
    void the_registrys_difference_has_the_zones_that_differ_and_no_others() {
        String same = Clerk.newCode("aa-same");
        clerk.establish(same);
        long before = clerk.position();
        String one = Clerk.newCode("bb-one");
        String two = Clerk.newCode("bb-two");
        String established = clerk.establish(one);
        clerk.establish(two);
        clerk.send("/v1/zones/" + same + "/acceptance", "{\"effectiveOn\": \"2011-02-01\"}");
        long after = clerk.position();
        String query = "/v1/registry/diff?fromKnownAt=" + before + "&toKnownAt=" + after
                + "&fromValidAt=2010-06-01&toValidAt=2010-06-01";

        var first = clerk.ask(query + "&limit=1")
                .statusCode(200)
                .body("zones.zone", contains(one))
                .body("zones[0].change", equalTo("added"))
                .body("zones[0].events.id", contains(established))
                .extract();
        clerk.ask(first.header("Link").replaceAll("^<|>.*$", ""))
                .body("zones.zone", contains(two))
                .header("Link", nullValue());
        given().header("Accept", "text/csv").get(query).then().statusCode(200).body(containsString(one));
    }
}
