package org.zoneregistry.zone.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A filter with several values, separated by commas or in repeated parameters, gives the union of the results for each
 * value.
 */
@QuarkusTest
class SeveralValuesTest {

    private final Clerk clerk = new Clerk();

    private JsonPath ask(String path) {
        return clerk.ask(path).statusCode(200).extract().jsonPath();
    }

    private String zoneWithTrade(String name, String form, String chapter, String partner, int month) {
        String code = Clerk.newCode(name);
        clerk.establish(code);
        clerk.send("/v1/zones/" + code + "/trade", """
                        {"entryId": "%s-e", "period": "2019-%02d", "direction": "%s", "businessForm": "%s",
                         "hsChapter": "%s", "partner": "%s", "value": "%d.00"}""".formatted(
                        code, month, month % 2 == 0 ? "export" : "import", form, chapter, partner, 100 + month));
        return code;
    }

    @Test
    void entries_events_and_sums_of_several() {
        String a = zoneWithTrade("several-a", "bonded-processing", "84", "DE", 1);
        String b = zoneWithTrade("several-b", "bonded-logistics", "85", "FR", 2);
        zoneWithTrade("several-c", "bonded-processing", "86", "IT", 3);
        String both = "zone=" + a + "," + b;
        String again = "zone=" + a + "&zone=" + b;
        for (String zones : List.of(both, again)) {
            assertThat(ask("/v1/trade?" + zones).getList("entries.entryId"))
                    .containsExactlyInAnyOrder(a + "-e", b + "-e");
            assertThat(ask("/v1/events?" + zones + "&limit=1000").getList("subject"))
                    .hasSizeGreaterThanOrEqualTo(4);
            assertThat(clerk.ask("/v1/statistics/trade?from=2019&to=2019&" + zones)
                            .statusCode(200)
                            .extract()
                            .asString())
                    .contains("203.00");
        }
        for (String filter : List.of(
                "period=2019-01,2019-02",
                "businessForm=bonded-processing,bonded-logistics",
                "direction=import&direction=export",
                "hsChapter=84,85",
                "partner=DE,FR")) {
            assertThat(ask("/v1/trade?" + both + "&" + filter).getList("entries.entryId"))
                    .as(filter)
                    .containsExactlyInAnyOrder(a + "-e", b + "-e");
        }
        assertThat(ask("/v1/trade?" + both + "&period=2019-01,2020").getList("entries.entryId"))
                .containsExactly(a + "-e");
    }

    @Test
    void a_page_of_events_of_several_zones_goes_on_with_the_next() {
        String a = Clerk.newCode("page-a");
        String b = Clerk.newCode("page-b");
        clerk.establish(a);
        clerk.establish(b);
        clerk.send("/v1/zones/" + a + "/acceptance", "{\"effectiveOn\": \"2011-02\"}");
        var all = ask("/v1/events?zone=" + a + "," + b).getList("sequence");
        assertThat(all).hasSize(3);
        var seen = new TreeSet<Object>();
        String next = "/v1/events?limit=1&zone=" + a + "," + b;
        while (next != null) {
            var page = clerk.ask(next).statusCode(200).extract();
            seen.addAll(page.jsonPath().getList("sequence"));
            String link = page.header("Link");
            next = link == null ? null : link.replaceAll("^<|>.*$", "");
        }
        assertThat(seen).isEqualTo(new TreeSet<>(all));
    }

    @ParameterizedTest
    @CsvSource({
        "type, export-processing-zone, bonded-port-zone",
        "status, live, closed",
        "province, CN-JS, CN-GD",
        "region, east, central"
    })
    void zones_of_several(String filter, String one, String other) {
        String prefix = "/v1/zones?validAt=2022-12-31&" + filter + "=";
        int ofOne = ask(prefix + one).getInt("total");
        int ofOther = ask(prefix + other).getInt("total");
        assertThat(ask(prefix + one + "," + other).getInt("total")).isEqualTo(ofOne + ofOther);
        assertThat(ask(prefix + one + "&" + filter + "=" + other).getInt("total"))
                .isEqualTo(ofOne + ofOther);
    }

    private void publish(String subject, String territory, int year) {
        clerk.send("/v1/aggregates", """
                        {"subject": "%s", "territory": "%s", "period": "%d", "total": "5.00", \
                        "source": "test"}""".formatted(subject, territory, year));
    }

    @ParameterizedTest
    @CsvSource({
        "subject=zones&subject=foreign-trade&territory=CN-NX&period=2004, 2",
        "subject=zones&territory=CN-NX&territory=CN-QH&period=2004, 2",
        "subject=zones&territory=CN-NX&period=2004&period=2005, 2",
        "territory=CN-NX&territory=CN-QH&period=2004&period=2005, 4",
        "territory=CN-NX&period=2004-01&period=2005, 1"
    })
    void published_figures_of_several(String filter, int found) {
        publish("zones", "CN-NX", 2004);
        publish("foreign-trade", "CN-NX", 2004);
        publish("zones", "CN-QH", 2004);
        publish("zones", "CN-NX", 2005);
        assertThat(ask("/v1/aggregates?" + filter).getList("aggregates")).hasSize(found);
    }

    @Test
    void each_broken_value_is_told() {
        clerk.ask("/v1/zones?type=export-processing-zone,nonsense,more")
                .statusCode(400)
                .body("violations.pointer", contains("?type"));
    }
}
