package org.zoneregistry.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The distribution of trade: worked examples over HTTP. Every figure is computed by hand from {@link SmallTrade}. */
@QuarkusTest
class DistributionTest {

    private final SmallTrade trade = new SmallTrade();
    private final Office office = trade.office();
    private final String ofYear = "period=" + trade.year();

    @BeforeEach
    void send() {
        trade.send();
    }

    @Test
    void imbalance_counts_live_zones_without_trade_and_its_parts_add_up() {
        office.ask("/v1/statistics/imbalance?" + ofYear)
                .statusCode(200)
                .body("n", equalTo(4))
                .body("definition", containsString("live"))
                .body("all.theil.value", equalTo("0.331374"))
                .body("theilBetween.value", equalTo("0.020136"))
                .body("theilWithin.value", equalTo("0.311238"))
                .body("all.gini.value", equalTo("0.350000"))
                .body("all.coefficientOfVariation.value", equalTo("0.663325"))
                .body("all.largest", equalTo(trade.zone("a")))
                .body("all.largestShare.value", equalTo("0.400000"))
                .body("groups.value", contains("east", "west"))
                .body("groups.share.value", contains("0.600000", "0.400000"))
                .body("groups[1].theil.value", equalTo("0.693147"))
                .body("provinces.value", contains("CN-JS", "CN-SC"))
                .body("provinces[0].largestShare.value", equalTo("0.666667"));
        office.ask("/v1/statistics/imbalance?by=province&" + ofYear)
                .body("groups.value", contains("CN-JS", "CN-SC"))
                .body("groups.n", contains(2, 2));
        assertThat(office.csv("/v1/statistics/imbalance?" + ofYear)).hasSize(1 + 1 + 2 + 2);
    }

    @Test
    void concentration_is_of_all_zones_or_of_one() {
        office.ask("/v1/statistics/concentration?" + ofYear)
                .statusCode(200)
                .body("n", equalTo(2))
                .body("hhi.value", equalTo("0.820000"))
                .body("cr1.value", equalTo("0.900000"))
                .body("cr4.value", equalTo("1.000000"))
                .body("effectiveNumber.value", equalTo("1.219512"))
                .body("parts.value", contains("bonded-processing", "bonded-logistics"));
        office.ask("/v1/statistics/concentration?by=hsChapter&zone=" + trade.zone("a") + "&" + ofYear)
                .body("hhi.value", equalTo("0.625000"));
        office.ask("/v1/statistics/concentration?by=hsChapter&" + ofYear)
                .body("total", equalTo("800.00"))
                .body("unsaid", equalTo("200.00"))
                .body("hhi.value", equalTo("0.781250"));
        office.ask("/v1/statistics/concentration?by=enterprise&" + ofYear)
                .body("hhi.value", nullValue())
                .body("hhi.reason", equalTo("the sum is zero"))
                .body("unsaid", equalTo("1000.00"));
        assertThat(office.csv("/v1/statistics/concentration?" + ofYear)[1])
                .isEqualTo("bonded-processing,900.00,0.900000,,4,3,2,3,1,0,0,");
    }

    @Test
    void concentration_of_enterprises_says_what_leading_ones_have_and_how_the_others_grow() {
        String first = trade.enterprise("a", "first", true);
        String second = trade.enterprise("a", "second", false);
        String third = trade.enterprise("c", "third", false);
        trade.export("a", trade.before() + "-03", first, "500");
        trade.export("a", trade.before() + "-03", second, "100");
        trade.export("a", trade.year() + "-03", first, "600");
        trade.export("a", trade.year() + "-04", second, "120");
        trade.export("c", trade.year() + "-05", third, "80");
        String nothingInCommon = "no other enterprise has the same month or the year as a whole in both years";

        office.ask("/v1/statistics/concentration?by=enterprise&" + ofYear)
                .statusCode(200)
                .body("leading.n", equalTo(1))
                .body("leading.total", equalTo("600.00"))
                .body("leading.share.value", equalTo("0.750000"))
                .body("leading.others", equalTo("200.00"))
                .body("leading.othersYearBefore", equalTo("100.00"))
                .body("leading.othersGrowth.value", equalTo("1.000000"))
                .body("leading.othersMatchedGrowth.reason", equalTo(nothingInCommon));
        trade.export("a", trade.year() + "-03", second, "130");
        trade.export("c", trade.before() + "-03", third, "70");
        trade.export("a", trade.before() + "-05", third, "70");
        office.ask("/v1/statistics/concentration?by=enterprise&" + ofYear)
                .body("leading.othersGrowth.value", equalTo("0.375000"))
                .body("leading.othersMatchedGrowth.value", equalTo("0.300000"));
        office.ask("/v1/statistics/concentration?by=enterprise&period=" + trade.year() + "-03")
                .body("leading.othersMatchedGrowth.value", equalTo("0.300000"));
        office.ask("/v1/statistics/concentration?by=enterprise&zone=" + trade.zone("a") + "&" + ofYear)
                .body("leading.others", equalTo("250.00"))
                .body("leading.othersGrowth.value", equalTo("0.470588"));
        office.ask("/v1/statistics/concentration?by=enterprise&zone=" + trade.zone("c") + "&" + ofYear)
                .body("leading.n", equalTo(0))
                .body("leading.share.value", equalTo("0.000000"))
                .body("leading.othersYearBefore", equalTo("70.00"))
                .body("leading.othersMatchedGrowth.reason", equalTo(nothingInCommon));
        office.ask("/v1/statistics/concentration?by=enterprise&zone=" + trade.zone("c") + "&period=" + trade.year()
                        + "-05")
                .body("leading", not(hasKey("othersYearBefore")))
                .body("leading.othersGrowth.reason", equalTo("the earlier amount is unknown"));
        office.ask("/v1/statistics/concentration?" + ofYear).body("$", not(hasKey("leading")));
    }
}
