package org.zoneregistry.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Worked examples over HTTP; every figure is computed by hand from {@link SmallTrade}. */
@QuarkusTest
class TradeStatisticsTest {

    private static final String NOTHING_IN_COMMON = "no zone has the same month or the year as a whole in both periods";

    private final SmallTrade trade = new SmallTrade();
    private final Office office = trade.office();
    private final String inYear = "from=" + trade.year();
    private final String ofYear = "period=" + trade.year();

    @BeforeEach
    void send() {
        trade.send();
    }

    @Test
    void trade_is_summed_by_what_is_asked_for_with_shares_of_the_whole() {
        office.ask("/v1/statistics/trade?" + inYear + "&groupBy=province")
                .statusCode(200)
                .body("total", equalTo("1000.00"))
                .body("entries", equalTo(4))
                .body("rows.province", contains("CN-JS", "CN-SC"))
                .body("rows.total", contains("600.00", "400.00"))
                .body("rows[0].imports", equalTo("300.00"))
                .body("rows[0].exports", equalTo("100.00"))
                .body("rows[0].undirected", equalTo("200.00"))
                .body("rows.share.value", contains("0.600000", "0.400000"))
                .body("$", not(hasKey("notBrokenDown")));
        office.ask("/v1/statistics/trade?" + inYear).body("rows", hasSize(1)).body("rows[0].total", equalTo("1000.00"));
        office.ask("/v1/statistics/trade?from=" + trade.before() + "&to=" + trade.year() + "&groupBy=year")
                .body("rows.year", contains(trade.before(), trade.year()))
                .body("rows.total", contains("300.00", "1000.00"));
        office.ask("/v1/statistics/trade?" + inYear + "&groupBy=businessForm,region&groupBy=hsChapter&region=east"
                        + "&direction=import&type=comprehensive-bonded-zone&hsChapter=84&businessForm=bonded-processing"
                        + "&province=CN-JS&zone=" + trade.zone("a"))
                .body("rows", hasSize(1))
                .body("rows[0].businessForm", equalTo("bonded-processing"))
                .body("rows[0].region", equalTo("east"))
                .body("rows[0].hsChapter", equalTo("84"))
                .body("rows[0].total", equalTo("300.00"));
        assertThat(office.csv("/v1/statistics/trade?" + inYear + "&groupBy=province"))
                .containsExactly(
                        "year,month,zone,type,province,region,businessForm,direction,hsChapter,enterprise,partner,"
                                + "imports,exports,undirected,total,entries,share.value,share.reason,coverage.entries,"
                                + "coverage.zones,coverage.months,coverage.zoneMonths,coverage.wholeYears,"
                                + "coverage.yearsBesideMonths,coverage.totalsBesideDirections,notBrokenDown",
                        ",,,,CN-JS,,,,,,,300.00,100.00,200.00,600.00,3,0.600000,,3,2,2,2,1,0,0,",
                        ",,,,CN-SC,,,,,,,400.00,0.00,0.00,400.00,1,0.400000,,1,1,1,1,0,0,0,");
    }

    @Test
    void rows_that_separate_what_must_not_be_added_are_warned_of_too() {
        String zone = "&zone=" + trade.zone("a");
        trade.record("a", trade.year(), "total", "bonded-processing", "84", "300");
        for (String rows : List.of("month", "direction", "businessForm", "hsChapter", "enterprise", "partner")) {
            String path = "/v1/statistics/trade?" + inYear + zone + "&groupBy=" + rows;
            office.ask(path)
                    .body("warnings", hasItems(containsString("Trade may be counted twice")))
                    .header("Registry-Warning", containsString("Trade may be counted twice"));
            office.ask(path + "&format=csv").header("Registry-Warning", containsString("Trade may be counted twice"));
        }
        office.ask("/v1/statistics/trade?" + inYear + "&groupBy=month&zone=" + trade.zone("d"))
                .body("$", not(hasKey("warnings")))
                .header("Registry-Warning", nullValue());
    }

    @Test
    void months_say_what_was_recorded_for_the_year_beside_them() {
        trade.record("a", trade.year(), "total", "other", null, "50");

        office.ask("/v1/statistics/trade?from=" + trade.year() + "-01&to=" + trade.year() + "-02&groupBy=month,zone")
                .statusCode(200)
                .body("total", equalTo("800.00"))
                .body("notBrokenDown", equalTo("250.00"))
                .body("rows.month", contains(trade.year() + "-01", trade.year() + "-01", trade.year() + "-02"))
                .body("rows.total", contains("300.00", "400.00", "100.00"))
                .body("rows[0].notBrokenDown", equalTo("50.00"))
                .body("rows[1]", not(hasKey("notBrokenDown")))
                .body("rows[2].notBrokenDown", equalTo("50.00"));
    }

    @Test
    void a_figure_can_be_asked_for_as_it_was_known_before_a_correction() {
        long before = office.position();
        String entry = trade.record("d", trade.year(), "total", "other", null, "1000");
        office.send("/v1/trade/" + entry + "/correction", "{\"value\": \"1500\", \"reason\": \"a digit was lost\"}");
        String url = "/v1/statistics/trade?" + inYear;

        office.ask(url).body("total", equalTo("2500.00"));
        office.ask(url + "&knownAt=" + before)
                .body("total", equalTo("1000.00"))
                .header("Registry-Position", Long.toString(before))
                .header("Cache-Control", containsString("immutable"));
        office.ask(url + "&knownAt=" + (office.position() - 1)).body("total", equalTo("2000.00"));
    }

    @Test
    void a_share_says_which_source_it_was_computed_from() {
        office.ask("/v1/statistics/share?" + ofYear)
                .statusCode(200)
                .body("share.value", nullValue())
                .body("share.reason", equalTo("no foreign-trade of CN was published for " + trade.year()))
                .body("basis", equalTo("entries"))
                .body("coverage.reason", equalTo("no zones of CN was published for " + trade.year()));
        trade.publish("foreign-trade", "CN", "5000");
        trade.publish("zones", "CN", "1100");
        trade.publish("foreign-trade", "CN-SC", "800");

        office.ask("/v1/statistics/share?" + ofYear)
                .body("basis", equalTo("published"))
                .body("share.value", equalTo("0.220000"))
                .body("coverage.value", equalTo("0.909091"))
                .body("rows.basis", contains("entries", "published", "published-comprehensive"))
                .body("rows.share.value", contains("0.200000", "0.220000", null))
                .body("rows[1].source", equalTo("a yearbook"));
        office.ask("/v1/statistics/share?territory=CN-SC&" + ofYear)
                .body("basis", equalTo("entries"))
                .body("share.value", equalTo("0.500000"))
                .body("coverage.value", nullValue());
        trade.publish("zones", "CN", "1005");
        office.ask("/v1/statistics/share?" + ofYear)
                .body("basis", equalTo("entries"))
                .body("share.value", equalTo("0.200000"));
        assertThat(office.csv("/v1/statistics/share?" + ofYear)[1])
                .isEqualTo("entries,1000.00,5000.00,0.200000,,,4,3,2,3,1,0,0,");
    }

    @Test
    void growth_is_against_the_year_before_and_the_base() {
        office.ask("/v1/statistics/growth?from=" + trade.before() + "&to=" + trade.year())
                .statusCode(200)
                .body("rows.period", contains(trade.before(), trade.year()))
                .body("rows.total", contains("300.00", "1000.00"))
                .body("rows[0].yearOnYear.reason", equalTo("the earlier amount is unknown"))
                .body("rows[0].multiple.value", equalTo("1.000000"))
                .body("rows[0].compoundAnnual.value", nullValue())
                .body("rows[1].yearOnYear.value", equalTo("2.333333"))
                .body("rows[1].multiple.value", equalTo("3.333333"))
                .body("rows[1].compoundAnnual.value", equalTo("2.333333"));
        office.ask("/v1/statistics/growth?" + inYear + "&groupBy=zone")
                .body("rows.zone", contains(trade.zone("a"), trade.zone("b"), trade.zone("c")))
                .body("rows.yearOnYear.value", contains("1.000000", null, "3.000000"));
        assertThat(office.csv("/v1/statistics/growth?" + inYear + "&groupBy=zone")[2])
                .isEqualTo(trade.zone("b") + ",,,,,,,,," + trade.year()
                        + ",200.00,,the earlier amount is unknown,1.000000,,,there is no time between the amounts"
                        + ",1,1,0,0,1,0,0,,,,,,,,0,0,0,," + NOTHING_IN_COMMON + ",1,0,1,1.000000,,,"
                        + "there is no time between the amounts");
    }

    @Test
    void growth_says_what_both_years_cover_and_what_it_is_of_the_zones_and_months_that_both_have() {
        String url = "/v1/statistics/growth?from=" + trade.before() + "&to=" + trade.year();
        office.ask(url)
                .statusCode(200)
                .body("$", not(hasKey("warnings")))
                .body("rows[1].coverage.entries", equalTo(4))
                .body("rows[1].coverage.zones", equalTo(3))
                .body("rows[1].coverage.months", equalTo(2))
                .body("rows[1].coverage.zoneMonths", equalTo(3))
                .body("rows[1].coverage.wholeYears", equalTo(1))
                .body("rows[1].coverageBefore.zones", equalTo(2))
                .body("rows[1].coverageBefore.months", equalTo(0))
                .body("rows[1].coverageBefore.wholeYears", equalTo(2))
                .body("rows[0]", not(hasKey("coverageBefore")))
                .body("rows[1].yearOnYear.value", equalTo("2.333333"))
                .body("rows[1].matched.yearOnYear.value", nullValue())
                .body("rows[1].matched.yearOnYear.reason", equalTo(NOTHING_IN_COMMON));

        trade.record("a", trade.year(), "total", "other", null, "250");
        trade.record("c", trade.before() + "-01", "import", "other", null, "200");
        trade.record("c", trade.before() + "-01", "total", "other", null, "300");
        office.ask(url)
                .body("rows[1].yearOnYear.value", equalTo("0.562500"))
                // the month of c states imports alone in one year, and all trade in the other
                .body("rows[1].matched.zones", equalTo(1))
                .body("rows[1].matched.zoneMonths", equalTo(0))
                .body("rows[1].matched.wholeYears", equalTo(1))
                .body("rows[1].matched.yearOnYear.value", equalTo("0.250000"));
        trade.record("c", trade.year() + "-01", "export", "other", null, "50");
        office.ask(url)
                .body("rows[1].yearOnYear.value", equalTo("0.625000"))
                .body("rows[1].matched.zones", equalTo(2))
                .body("rows[1].matched.zoneMonths", equalTo(1))
                .body("rows[1].matched.wholeYears", equalTo(1))
                .body("rows[1].matched.yearOnYear.value", equalTo("0.000000"))
                .body("rows[1].matchedBase.multiple.value", equalTo("1.000000"))
                .body("rows[1].matchedBase.compoundAnnual.value", equalTo("0.000000"))
                .body("rows[0].coverage.totalsBesideDirections", equalTo(1))
                .body("rows.coverage.yearsBesideMonths", contains(1, 1))
                .body("warnings", hasSize(2));
    }

    @Test
    void a_sum_says_what_it_covers_and_warns_where_a_period_is_stated_at_two_levels() {
        String url = "/v1/statistics/trade?" + inYear + "&groupBy=zone";
        office.ask(url)
                .statusCode(200)
                .body("$", not(hasKey("warnings")))
                .body("rows.coverage.entries", contains(2, 1, 1))
                .body("rows.coverage.months", contains(2, 0, 1))
                .body("rows.coverage.wholeYears", contains(0, 1, 0));

        trade.record("a", trade.year(), "total", "other", null, "50");
        office.ask(url)
                .body("rows.coverage.yearsBesideMonths", contains(1, 0, 0))
                .body("warnings", hasSize(1))
                .body("warnings[0]", containsString("year as a whole"));
        office.ask(url + ",month").body("warnings", contains(containsString("in the total and the shares")));

        trade.record("c", trade.year() + "-01", "total", "bonded-processing", null, "1");
        office.ask(url)
                .body("rows.coverage.totalsBesideDirections", contains(0, 0, 1))
                .body("warnings", hasSize(2));
        office.ask(url + ",direction").body("warnings", hasSize(2));
        office.ask(url + "&businessForm=other").body("$", not(hasKey("warnings")));
    }

    @Test
    void every_figure_of_a_month_says_what_was_recorded_for_the_year_beside_it() {
        String january = "period=" + trade.year() + "-01";
        for (String measure : new String[] {"share", "imbalance", "similarity", "concentration"}) {
            office.ask("/v1/statistics/" + measure + "?" + january)
                    .statusCode(200)
                    .body("notBrokenDown", equalTo("200.00"));
            office.ask("/v1/statistics/" + measure + "?" + ofYear).body("$", not(hasKey("notBrokenDown")));
        }
        office.ask("/v1/statistics/concentration?zone=" + trade.zone("a") + "&" + january)
                .body("$", not(hasKey("notBrokenDown")));
        office.ask("/v1/statistics/growth?from=" + trade.year() + "-01&to=" + trade.year() + "-02")
                .body("notBrokenDown", equalTo("200.00"));
    }

    @Test
    void every_figure_of_a_period_says_what_it_covers() {
        trade.record("c", trade.year(), "import", "other", null, "50");
        for (String measure : new String[] {"share", "imbalance", "similarity", "concentration"}) {
            office.ask("/v1/statistics/" + measure + "?" + ofYear)
                    .statusCode(200)
                    .body("covers.entries", equalTo(5))
                    .body("covers.zones", equalTo(3))
                    .body("covers.months", equalTo(2))
                    .body("covers.zoneMonths", equalTo(3))
                    .body("covers.wholeYears", equalTo(2))
                    .body("covers.yearsBesideMonths", equalTo(1))
                    .body("warnings", hasSize(1));
            String[] rows = office.csv("/v1/statistics/" + measure + "?" + ofYear);
            assertThat(rows[0])
                    .endsWith("covers.entries,covers.zones,covers.months,covers.zoneMonths,covers.wholeYears,"
                            + "covers.yearsBesideMonths,covers.totalsBesideDirections,notBrokenDown");
            assertThat(rows[1]).endsWith(",5,3,2,3,2,1,0,");
            office.ask("/v1/statistics/" + measure + "?period=" + trade.year() + "-12")
                    .body("$", not(hasKey("covers")))
                    .body("$", not(hasKey("warnings")));
        }
        office.ask("/v1/statistics/zones/" + trade.zone("c") + "/diagnosis?" + ofYear)
                .body("covers.entries", equalTo(2))
                .body("coversAll.entries", equalTo(5))
                .body("warnings", hasSize(1));
        office.ask("/v1/statistics/zones/" + trade.zone("a") + "/diagnosis?" + ofYear)
                .body("covers.zoneMonths", equalTo(2))
                .body("$", not(hasKey("warnings")));
    }

    @Test
    void every_wrong_parameter_is_named() {
        office.ask("/v1/statistics/trade?to=2022-13&groupBy=colour,"
                        + "zone&province=CN-XX&type=harbour&hsChapter=98&knownAt=x")
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body(
                        "violations.pointer",
                        hasItems("?from", "?to", "?groupBy", "?province", "?type", "?hsChapter", "?knownAt"));
        office.ask("/v1/statistics/trade?from=2022&to=2022-01").statusCode(400);
        office.ask("/v1/statistics/trade?from=2022&to=2021").statusCode(400);
        office.ask("/v1/statistics/growth?from=2022&groupBy=year").statusCode(400);
        office.ask("/v1/statistics/share?territory=DE").statusCode(400).body("violations", hasSize(2));
        office.ask("/v1/statistics/imbalance?period=2022&by=zone").statusCode(400);
        office.ask("/v1/statistics/concentration?period=2022&colour=red").statusCode(400);
    }
}
