package org.zoneregistry.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zoneregistry.http.RowForms;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.testing.UniqueCodes;

/** Each page shows the answers of the API, in both languages. */
@QuarkusTest
class ViewsTest {

    private final Office office = new Office();

    private ValidatableResponse page(String path) {
        return given().accept("text/html")
                .header("Registry-Min-Position", office.position())
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"));
    }

    private String converted() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-logistics-park", "CN-HI", "2015-01-01", "2.5");
        office.send("/v1/zones/" + zone + "/conversion", "{\"effectiveOn\": \"2015-06\"}");
        return zone;
    }

    @Test
    void the_list_of_zones_is_narrowed_by_text_and_facets() {
        String zone = converted();
        page("/zones?validAt=2015-12-31&q=" + zone)
                .body(containsString("/zones/" + zone + "?validAt=2015-12-31"))
                .body(containsString("1 of 1 zone<"))
                .body(containsString("Comprehensive bonded zone (1)"));
        page("/zones?validAt=2015-12-31&lang=zh&type=bonded-zone&q=" + zone)
                .body(containsString("显示 0 个，共 1 个区域"))
                .body(containsString("没有符合条件的区域"));
        given().accept("text/html").get("/zones?sort=colour").then().statusCode(400);
    }

    @Test
    void a_zone_is_drawn_in_both_times_and_told_in_a_table() {
        String zone = converted();
        page("/zones/" + zone + "?validAt=2015-12-31")
                .body(containsString("class=\"field comprehensive-bonded-zone is-established\""))
                .body(containsString("class=\"hatch\""))
                .body(containsString("June 2015"))
                .body(containsString("<path class=\"diagonal\" d=\"M"))
                .body(matchesPattern("(?s).*<rect class=\"field bonded-logistics-park is-established\"[^>]*\\s"
                        + "width=\"[0-9]+\" height=\"12\" aria-hidden=\"true\"/>.*"))
                .body(containsString("Converted to a comprehensive zone"))
                .body(containsString("/v1/audit/evidence/zones/" + zone + "?validAt=2015-12-31&amp;knownAt="));
        page("/zones/" + zone + "?validAt=2015-12-31&lang=zh").body(containsString("转型为综合保税区"));
        page("/zones/" + zone + "?validAt=2014-12-31").body(containsString("was not established on this day"));
        given().accept("text/html").get("/zones/no-such-zone").then().statusCode(404);
    }

    @Test
    void the_states_of_a_zone_are_rectangles_that_a_correction_cuts() {
        String zone = converted();
        long before = office.position();
        office.send("/v1/zones/" + zone + "/area", "{\"effectiveOn\": \"2015-03-01\", \"areaKm2\": 3.5}");
        office.ask("/v1/zones/" + zone + "/states?knownAt=" + before)
                .statusCode(200)
                .body("states.size()", equalTo(3))
                .body("states.findAll { it.knownTo == null }.size()", equalTo(2));
        office.ask("/v1/zones/" + zone + "/states")
                .body(
                        "states.findAll { it.knownTo == null }.validFrom",
                        equalTo(List.of("2015-01-01", "2015-03-01", "2015-06-30")))
                .body("states.findAll { it.knownTo == null }.areaKm2", equalTo(List.of(2.5f, 3.5f, 3.5f)));
        assertThat(office.csv("/v1/zones/" + zone + "/states")[0]).startsWith("validFrom,validTo,knownFrom,knownTo,");
        given().get("/v1/zones/no-such-zone/states").then().statusCode(404);
    }

    @Test
    void a_zone_is_drawn_among_those_that_it_absorbed_and_the_one_that_absorbed_it() {
        String first = UniqueCodes.next();
        String second = UniqueCodes.next();
        office.establish(first, "bonded-zone", "CN-HI", "2014-01-01", "1");
        office.establish(second, "bonded-logistics-park", "CN-HI", "2014-01-01", "1");
        office.send(
                "/v1/zones/" + second + "/conversion",
                "{\"effectiveOn\": \"2015-06-01\", \"absorbs\": [\"" + first + "\"]}");
        for (String zone : List.of(first, second)) {
            page("/zones/" + zone + "?validAt=2015-12-31")
                    .body(containsString("<svg class=\"kin\""))
                    .body(containsString("class=\"tie\""))
                    .body(containsString("class=\"box self\""))
                    .body(containsString("became part of"))
                    .body(containsString("1 June 2015"));
        }
        page("/zones/" + first + "?validAt=2014-12-31").body(containsString("It has absorbed no zone"));
    }

    @Test
    void each_view_leads_to_its_data_in_every_form() {
        String zone = converted();
        var pages = List.of(
                "/", "/zones", "/zones/" + zone, "/briefing", "/compare", "/audit?zone=" + zone, "/audit?upTo=3");
        for (String path : pages) {
            String html = page(path).extract().asString();
            var links = Pattern.compile("(?:href|data)=\"(/v1/[^\"]+format=(csv|xlsx))\"\\s+"
                            + "download=\"[a-z-]+(?:_on-[0-9-]+)?_as-known-at-[0-9]+[.]\\2\"")
                    .matcher(html)
                    .results()
                    .toList();
            assertThat(links).as(path).hasSize(2);
            for (var link : links) {
                given().urlEncodingEnabled(false)
                        .accept("text/html,*/*;q=0.8")
                        .get(link.group(1).replace("&amp;", "&"))
                        .then()
                        .statusCode(200)
                        .contentType(link.group(2).equals("csv") ? startsWith("text/csv") : equalTo(RowForms.XLSX));
            }
        }
    }

    @Test
    void the_log_is_listed_for_a_range_of_positions() {
        office.establish(UniqueCodes.next(), "bonded-zone", "CN-HI", "2014-01-01", "1");
        page("/audit?after=0&upTo=1")
                .body(containsString("/audit/events/1\""))
                .body(not(containsString("/audit/events/2\"")))
                .body(containsString("name=\"upTo\" value=\"1\""))
                .body(containsString("data-up-to="))
                .body(containsString("id=\"brush\""));
        given().accept("text/html").get("/audit?upTo=x").then().statusCode(400);
        page("/audit?after=0&upTo=9&actor=nobody").body(containsString("No event matches"));
        page("/audit?checkpoints=0").body(containsString("The latest checkpoints"));
    }

    @Test
    void the_briefing_has_a_footnote_for_each_claim_and_a_code_to_scan() {
        page("/briefing")
                .body(containsString("id=\"note-20\""))
                .body(containsString("class=\"scan-ink\""))
                .body(containsString("/v1/statistics/composition?validAt=2023-03-20&amp;knownAt="));
        page("/briefing?lang=zh&year=2022").body(containsString("发布会所述与登记处所算")).body(containsString("全部区域当年进出口值。"));
        String noted = "{\"subject\": \"comprehensive-zones\", \"territory\": \"CN\", \"period\": \"1940\","
                + " \"businessForm\": \"bonded-maintenance\", \"total\": \"185670000000.00\", \"source\": \"a note\"}";
        office.send("/v1/aggregates", noted);
        page("/briefing?year=1941").body(containsString("Published for 1940 is 185.7 billion yuan for"));
        given().accept("text/html").get("/briefing?year=soon").then().statusCode(400);
    }

    @Test
    void a_page_without_a_day_is_cited_without_one() {
        String html = page("/briefing?validAt=2019-05-06").extract().asString();
        assertThat(html.substring(html.indexOf("id=\"citation\"")))
                .contains("/briefing?knownAt=")
                .doesNotContain("2019");
    }

    @Test
    void a_comparison_shows_what_differs_and_why() {
        String zone = converted();
        page("/compare?zone=" + zone + "&fromValidAt=2015-02-01&validAt=2015-12-31")
                .body(containsString("Bonded logistics park"))
                .body(containsString("its day lies in between"));
        page("/compare?lang=zh&zone=" + zone + "&fromValidAt=2015-12-30&validAt=2015-12-31")
                .body(containsString("没有差异"));
        page("/compare?figure=foreign&year=1901").body(containsString("This figure is unknown"));
        given().accept("text/html").get("/compare?fromValidAt=soon").then().statusCode(400);
    }

    private String named(String zh) {
        String zone = UniqueCodes.next();
        office.send("/v1/zones", """
                {"code": "%s", "name": {"en": "The %s", "zh": "%s"}, "type": "bonded-zone", "province": "CN-HI",
                 "effectiveOn": "2015-02-03"}
                """.formatted(zone, zone, zh));
        return zone;
    }

    @Test
    void a_comparison_names_both_points_and_tells_zones_and_days_in_words() {
        String zone = named("海风保税区");
        String page = page("/compare?lang=zh&zone=" + zone + "&fromValidAt=2014-12-31&fromKnownAt=0&validAt=2015-12-31")
                .body(containsString("2015年12月31日的海风保税区与2014年12月31日（按第 0 号位置所知）的对比，按今日所知</h1>"))
                .body(containsString(">海风保税区</a>"))
                .body(containsString("2015年2月3日"))
                .extract()
                .asString();
        assertThat(page).doesNotContain("<td>2015-02-03", ">设施<", ">前身<");
        page("/compare?fromValidAt=2014-12-31&validAt=2015-12-31")
                .body(containsString(
                        "The zones on 31 December 2014 compared with the same on 31 December 2015, as known"));
        page("/compare?zone=" + zone + "&fromValidAt=2015-12-31&validAt=2014-12-31")
                .body(containsString(">The " + zone + "</a>"));
    }

    @Test
    void a_restated_figure_is_drawn_with_its_values_and_a_gap_where_it_is_withdrawn() {
        String figure = "\"subject\": \"foreign-trade\", \"territory\": \"CN\", \"period\": \"1931\"";
        office.send("/v1/aggregates", "{" + figure + ", \"total\": \"2000000.00\", \"source\": \"first\"}");
        page("/compare?figure=foreign&year=1931").body(containsString("d=\"M0 24H960\""));
        office.send("/v1/aggregates/withdrawal", "{" + figure + ", \"reason\": \"misread\"}");
        office.send("/v1/aggregates", "{" + figure + ", \"total\": \"1000000.00\", \"source\": \"second\"}");
        page("/compare?figure=foreign&year=1931")
                .body(containsString("d=\"M0 24H320M640 84H960\""))
                .body(matchesPattern("(?s).*y=\"18\" dx=\"3\"\\s+text-anchor=\"start\">2 million yuan</text>.*"))
                .body(containsString(">withdrawn</text>"));
    }

    @Test
    void a_restated_figure_can_be_of_a_province_and_a_form_of_business() {
        String figure = "\"subject\": \"comprehensive-zones\", \"territory\": \"CN-GS\", \"period\": \"1931\","
                + " \"businessForm\": \"bonded-logistics\", \"source\": \"a yearbook\"";
        office.send("/v1/aggregates", "{" + figure + ", \"total\": \"3000000.00\"}");
        office.send("/v1/aggregates", "{" + figure + ", \"total\": \"4000000.00\"}");
        page("/compare?figure=comprehensive&territory=CN-GS&businessForm=bonded-logistics&year=1931")
                .body(containsString(">3 million yuan<"))
                .body(containsString(">+1 million yuan<"))
                .body(matchesPattern("(?s).*value=\"CN-GS\"\\s+selected>.*"))
                .body(containsString(
                        "subject=comprehensive-zones&amp;territory=CN-GS&amp;businessForm=bonded-logistics"));
        page("/compare?figure=comprehensive&territory=CN-GS&year=1931").body(containsString("This figure is unknown"));
        given().accept("text/html").get("/compare?territory=nowhere").then().statusCode(400);
    }

    @Test
    void the_log_is_listed_and_an_event_has_its_path_to_the_root() {
        String zone = converted();
        long position = office.position();
        page("/audit?zone=" + zone).body(containsString("/audit/events/" + position));
        page("/audit?type=ZoneAccepted&after=0").body(containsString("<option value=\"ZoneAccepted\" selected>"));
        String named = named("海风保税区");
        page("/audit?lang=zh&zone=" + named)
                .body(containsString("<td>海风保税区</td>"))
                .body(containsString("data-state-running=\"进行中\""))
                .body(containsString("data-findings=\"发现\""));
        office.send("/v1/aggregates", """
                {"subject": "zones", "territory": "CN-HI", "period": "1932", "total": "1.00", "source": "a book"}
                """);
        page("/audit?lang=zh&type=AggregatePublished&after=" + (office.position() - 1))
                .body(containsString("<td>全部特殊监管区域贸易 · 海南 · 1932</td>"));
        page("/audit/events/" + position)
                .body(containsString("&quot;zone&quot;:&quot;" + zone))
                .body(containsString("/v1/audit/proofs/inclusion?position=" + position));
        page("/audit/events/1?lang=zh").body(containsString("到根的路径"));
        given().accept("text/html").get("/audit/events/0").then().statusCode(400);
    }

    @Test
    void the_verifier_is_one_file_and_its_policy_names_its_script() {
        page("/audit/verify")
                .header("Content-Security-Policy", containsString("script-src 'sha256-"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .body(not(containsString(" src=")));
    }
}
