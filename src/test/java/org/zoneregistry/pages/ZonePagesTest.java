package org.zoneregistry.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.testing.UniqueCodes;

/** The list of zones and the pages of zones say what the API says, and no more. */
@QuarkusTest
class ZonePagesTest {

    private final Office office = new Office();

    private String page(String path) {
        return office.asked("text/html", path);
    }

    private String row(String html, long event) {
        return between(html, "<tr id=\"event-" + event + "\">", "</tr>");
    }

    static String between(String html, String start, String end) {
        assertThat(html).contains(start);
        int from = html.indexOf(start);
        return html.substring(from, html.indexOf(end, from)).replaceAll("\\s+", " ");
    }

    private String fact(String zone, String type) {
        return office.ask("/v1/zones/" + zone + "/timeline")
                .extract()
                .path("facts.find { it.type == '" + type + "' }.id");
    }

    private static void allWork(String html) {
        assertThat(Pattern.compile("href=\"(/(?:v1|zones|compare|audit)[^\"]*)\"")
                        .matcher(html)
                        .results()
                        .map((MatchResult link) -> link.group(1).replace("&amp;", "&"))
                        .distinct()
                        .filter(link ->
                                given().urlEncodingEnabled(false).get(link).statusCode() != 200))
                .isEmpty();
    }

    @Test
    void the_history_tells_what_was_recorded_and_what_an_amendment_changed() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-HI", "2001-01-01", "2.5");
        office.send("/v1/zones/" + zone + "/acceptance", "{\"effectiveOn\": \"2002-03\"}");
        long accepted = office.position();
        String fact = fact(zone, "ZoneAccepted");
        office.send("/v1/facts/" + fact + "/amendment", """
                {"effectiveOn": "2004-05-05", "reason": "misread"}
                """);
        long amended = office.position();
        String html = page("/zones/" + zone + "?validAt=2015-12-31");
        assertThat(row(html, accepted))
                .contains("March 2002", "<strong>Accepted</strong>", "amended by " + amended, "#event-" + amended)
                .contains("/work?validAt=2015-12-31&amp;fact=" + fact)
                .doesNotContain("5 May 2004");
        assertThat(row(html, amended))
                .contains("effective: March 2002 → 5 May 2004", "#event-" + accepted, "misread")
                .contains("/audit/events/" + amended);
        assertThat(row(page("/zones/" + zone + "?lang=zh"), amended)).contains("生效：2002年3月 → 2004年5月5日");

        String area = fact(zone, "ZoneEstablished");
        office.send("/v1/facts/" + area + "/amendment", """
                {"values": {"areaKm2": 2.75}, "reason": "measured again"}
                """);
        assertThat(row(page("/zones/" + zone), office.position())).contains("area in km²: 2.5 → 2.75");
    }

    @Test
    void zones_have_their_names_in_the_history_of_others() {
        String absorbed = UniqueCodes.next();
        String zone = UniqueCodes.next();
        office.send("/v1/zones", """
                {"code": "%s", "name": {"en": "Small Harbour", "zh": "小港"}, "type": "bonded-zone",
                 "province": "CN-HI", "effectiveOn": "2001-01-01"}
                """.formatted(absorbed));
        office.establish(zone, "bonded-zone", "CN-HI", "2001-01-01", "1");
        office.send("/v1/zones/" + zone + "/conversion", """
                {"effectiveOn": "2011-01-01", "absorbs": ["%s"]}
                """.formatted(absorbed));
        assertThat(row(page("/zones/" + zone), office.position())).contains("absorbs: Small Harbour");
        assertThat(row(page("/zones/" + zone + "?lang=zh"), office.position())).contains("整合：小港");
    }

    @Test
    void a_field_says_what_changed_and_by_which_event() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-HI", "2001-01-01", "2.5");
        office.send("/v1/zones/" + zone + "/area", "{\"effectiveOn\": \"2011-01-01\", \"areaKm2\": 3.5}");
        String chart = between(page("/zones/" + zone), "<svg class=\"bitemporal\"", "</svg>");
        assertThat(chart)
                .contains(">area in km² 2.5 → 3.5</text>")
                .contains("from " + office.position() + " (Area adjusted, ");
    }

    @Test
    void what_has_no_entry_is_not_zero() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-HI", "2001-01-01", "2.5");
        for (String period : List.of("2014", "2015-01", "2015-02")) {
            office.send("/v1/zones/" + zone + "/trade", """
                    {"entryId": "%s-%s", "period": "%s", "direction": "%s", "businessForm": "unspecified",
                     "value": "1500.00"}
                    """.formatted(
                            zone, period, period, period.equals("2014") ? "total" : "import"));
        }
        String trade =
                between(page("/zones/" + zone + "?validAt=2014-12-31"), "aria-labelledby=\"trade\"", "</section>");
        assertThat(between(trade, ">2014<", "</tr>"))
                .contains("<td class=\"n\">–</td><td class=\"n\">–</td><td class=\"n\">1,500 yuan</td>")
                .contains("whole year")
                .doesNotContain(">0 yuan");
        assertThat(between(trade, ">2015<", "</tr>"))
                .contains("<td class=\"n\">3,000 yuan</td><td class=\"n\">–</td><td class=\"n\">–</td>")
                .contains("2 months");
        assertThat(page("/zones/" + zone + "?validAt=2014-12-31"))
                .contains("No trade of this zone is recorded with these kinds.");
    }

    @Test
    void a_facet_counts_what_the_other_ones_leave() {
        String both = UniqueCodes.next();
        office.establish(both + "-a", "bonded-zone", "CN-HI", "2001-01-01", "1");
        office.establish(both + "-b", "bonded-logistics-park", "CN-JS", "2001-01-01", "1");
        assertThat(page("/zones?type=bonded-zone&q=" + both))
                .contains("1 of 2 zones", "Hainan (1)", "East (1)", "Bonded logistics park (1)", "Bonded zone (1)")
                .doesNotContain("Jiangsu (");
        assertThat(page("/zones?type=bonded-zone&province=CN-JS&q=" + both))
                .contains("0 of 2 zones", "Bonded zone (0)", "Bonded logistics park (1)", "Hainan (1)", "Jiangsu (0)");
    }

    @Test
    void chinese_names_are_in_the_order_of_their_sounds() {
        String all = UniqueCodes.next();
        for (String name : new String[] {"中港", "安港", "北港"}) {
            office.send("/v1/zones", """
                    {"code": "%s-%s", "name": {"en": "Port", "zh": "%s"}, "type": "bonded-zone",
                     "province": "CN-HI", "effectiveOn": "2001-01-01"}
                    """.formatted(all, Integer.toHexString(name.charAt(0)), name));
        }
        assertThat(page("/zones?lang=zh&q=" + all)).containsSubsequence(">安港<", ">北港<", ">中港<");
    }

    @Test
    void only_links_that_work_are_offered_where_the_zone_is_not() {
        String zone = UniqueCodes.next();
        office.establish(zone, "bonded-zone", "CN-HI", "2001-01-01", "2.5");
        assertThat(page("/zones/" + zone)).contains("/v1/audit/evidence/zones/" + zone);
        String before = page("/zones/" + zone + "?validAt=1995-01-01");
        assertThat(before)
                .contains("was not established on this day", "There is no evidence for this day")
                .doesNotContain("/v1/audit/evidence");
        allWork(before);

        office.send("/v1/facts/" + fact(zone, "ZoneEstablished") + "/withdrawal", "{\"reason\": \"never\"}");
        String withdrawn = page("/zones/" + zone);
        assertThat(withdrawn)
                .contains("there is no such zone", "withdrawn by " + office.position())
                .doesNotContain("/v1/audit/evidence", "fact=");
        allWork(withdrawn);
    }
}
