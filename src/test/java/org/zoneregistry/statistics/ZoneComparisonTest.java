package org.zoneregistry.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The similarity of zones and their problems, over HTTP; every figure is computed by hand from {@link SmallTrade}. */
@QuarkusTest
class ZoneComparisonTest {

    private final SmallTrade trade = new SmallTrade();
    private final Office office = trade.office();
    private final String ofYear = "period=" + trade.year();

    @BeforeEach
    void send() {
        trade.send();
    }

    @Test
    void similarity_compares_every_two_zones_that_have_trade() {
        String a = trade.zone("a");
        String b = trade.zone("b");
        String c = trade.zone("c");

        office.ask("/v1/statistics/similarity?" + ofYear)
                .statusCode(200)
                .body("n", equalTo(3))
                .body("pairs.zone", contains(a, a, b))
                .body("pairs.other", contains(b, c, c))
                .body("pairs.krugman.value", contains("0.500000", "0.500000", "0.000000"))
                .body("pairs.cosine.value", contains("0.948683", "0.948683", "1.000000"))
                .body("neighbours.zone", contains(a, b, c))
                .body("neighbours[1].nearest.other", contains(c, a))
                .body("provinces.province", contains("CN-JS"))
                .body("provinces[0].n", equalTo(2))
                .body("provinces[0].meanKrugman.value", equalTo("0.500000"));
        office.ask("/v1/statistics/similarity?by=hsChapter&" + ofYear).body("n", equalTo(2));
        office.ask("/v1/statistics/similarity?by=enterprise&" + ofYear).statusCode(400);
        assertThat(office.csv("/v1/statistics/similarity?" + ofYear)[3])
                .isEqualTo(b + "," + c + ",0.000000,,1.000000,,4,3,2,3,1,0,0,");
    }

    @Test
    void a_diagnosis_names_what_is_amiss_with_the_request_that_proves_it() {
        for (String peer : new String[] {"b", "c"}) {
            office.send("/v1/zones/" + trade.zone(peer) + "/facilities", """
                    {"effectiveOn": "%s-06-01", "kind": "cold-chain"}
                    """.formatted(trade.before()));
        }
        var diagnosis = office.ask("/v1/statistics/zones/" + trade.zone("a") + "/diagnosis?" + ofYear)
                .statusCode(200)
                .body("findings", hasSize(7))
                .body(
                        "findings.finding",
                        contains(
                                "single-industry-reliance",
                                "homogenisation",
                                "unclear-advantage",
                                "single-industry-reliance",
                                "homogenisation",
                                "unclear-advantage",
                                "inadequate-facilities"))
                .body("findings[0].verdict", equalTo("found"))
                .body("findings[0].measures.value.value", contains("0.625000", "0.750000"))
                .body("findings[0].measures[1].of", equalTo("bonded-processing"))
                .body("findings[1].verdict", equalTo("not-found"))
                .body("findings[1].measures.of", contains(trade.zone("b"), trade.zone("c")))
                .body("findings[2].verdict", equalTo("not-found"))
                .body("findings[2].measures.value.value", contains("2.500000", "0.833333"))
                .body("findings[6].verdict", equalTo("found"))
                .body("findings[6].measures.of", contains("cold-chain"))
                .body("findings[6].measures[0].value.value", equalTo("1.000000"))
                .extract()
                .jsonPath();
        office.ask(diagnosis.getString("findings[0].query")).statusCode(200).body("hhi.value", equalTo("0.625000"));
        for (String proof : diagnosis.getList("findings.query", String.class)) {
            office.ask(proof).statusCode(200).header("Cache-Control", containsString("immutable"));
        }
        office.ask("/v1/statistics/zones/" + trade.zone("c") + "/diagnosis?" + ofYear)
                .body("findings[1].verdict", equalTo("found"))
                .body("findings[2].verdict", equalTo("found"))
                .body("findings[6].verdict", equalTo("not-found"));
        assertThat(office.csv("/v1/statistics/zones/" + trade.zone("a") + "/diagnosis?" + ofYear)[1])
                .startsWith("single-industry-reliance,businessForm,found,hhi,all,0.625000,,0.250000,/v1/statistics/");
    }

    @Test
    void of_a_zone_without_trade_nothing_is_said_and_none_is_found_before_it_was_established() {
        office.ask("/v1/statistics/zones/" + trade.zone("d") + "/diagnosis?" + ofYear)
                .statusCode(200)
                .body("findings.verdict", everyItem(equalTo("unknown")));
        office.ask("/v1/statistics/zones/" + trade.zone("d") + "/diagnosis?period=1903")
                .statusCode(404)
                .body("type", equalTo("/problems/zone-not-found"));
        office.ask("/v1/statistics/zones/" + trade.zone("d") + "/diagnosis").statusCode(400);
    }
}
