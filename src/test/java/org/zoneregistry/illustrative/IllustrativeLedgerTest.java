package org.zoneregistry.illustrative;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.zoneregistry.testing.Waiting.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.reference.ReferenceTranslation;
import org.zoneregistry.testing.TestDatabase;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.TradeEntry;

/** The illustrative data set, in its own ledger. */
@QuarkusTest
@TestProfile(IllustrativeLedgerTest.Illustrative.class)
class IllustrativeLedgerTest {

    private static final ReferenceTranslation REFERENCE = ReferenceTranslation.shipped();
    private static final IllustrativeData DATA = IllustrativeData.from(REFERENCE);
    private static final String NOTICE = "Illustrative: ";
    private static final String LATER = "illustrative-later-";

    @Inject
    IllustrativeLoader loader;

    @Inject
    Pool pool;

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> RestAssured.get("/q/health/ready").statusCode() == 200);
        int head = count("select max(position)::int from event");
        await().atMost(Duration.ofMinutes(3))
                .until(() -> given().header("Registry-Min-Position", head)
                                .get("/v1/statistics/share?period=2022")
                                .statusCode()
                        == 200);
    }

    @Test
    void everything_is_there_once_and_loading_again_adds_nothing() {
        int expected = REFERENCE.withoutEntries().commands().size()
                + DATA.enterprises().size()
                + DATA.entries().size();
        assertThat(loaded()).isEqualTo(expected);

        String again = loader.load(REFERENCE).await().atMost(Duration.ofMinutes(3));

        assertThat(again).startsWith("0 enterprises and entries loaded, ").endsWith("none refused.");
        assertThat(loaded()).isEqualTo(expected);
    }

    /** The events, without those that {@link #later} has. */
    private int loaded() {
        return count("select (select count(*) from event)::int - (select count(*) from event_tag where tag like '%:"
                + LATER + "%')::int");
    }

    @Test
    void a_load_that_was_interrupted_is_completed_by_the_next_one() {
        IllustrativeData data = later();
        int enterprises = data.enterprises().size();

        assertThat(load(new IllustrativeData(data.enterprises().subList(0, 100), List.of())))
                .isEqualTo("100 enterprises and entries loaded, 0 already there, none refused.");
        assertThat(load(new IllustrativeData(data.enterprises(), data.entries().subList(0, 1_500))))
                .isEqualTo((enterprises - 100 + 1_500)
                        + " enterprises and entries loaded, 100 already there, none refused.");
        assertThat(load(new IllustrativeData(data.enterprises(), data.entries().subList(0, 3_000))))
                .isEqualTo("1500 enterprises and entries loaded, " + (enterprises + 1_500)
                        + " already there, none refused.");
    }

    private String load(IllustrativeData data) {
        return loader.load(data).await().atMost(Duration.ofMinutes(2)).summary();
    }

    /**
     * As many enterprises as were loaded, and entries of a year for which no test has a figure, with ids of their own.
     */
    private static IllustrativeData later() {
        var enterprises = new ArrayList<Enterprise>();
        for (Enterprise known : DATA.enterprises()) {
            enterprises.add(new Enterprise(
                    new EnterpriseId(LATER + enterprises.size()),
                    known.name(),
                    known.zone(),
                    known.industry(),
                    known.leading(),
                    known.effectiveOn(),
                    known.effectiveNotBefore()));
        }
        var entries = new ArrayList<TradeEntry>();
        for (TradeEntry known : DATA.entries()) {
            if (known.period().year() == 2019) {
                entries.add(new TradeEntry(
                        new EntryId(LATER + entries.size()),
                        known.zone(),
                        known.period(),
                        known.direction(),
                        known.businessForm(),
                        known.hsChapter(),
                        known.enterprise(),
                        known.partner(),
                        known.value()));
            }
        }
        return new IllustrativeData(enterprises, entries);
    }

    @Test
    void no_entry_of_any_other_kind_is_in_the_ledger() {
        assertThat(count("select count(*)::int from event_tag where tag like 'entry:%'"))
                .isEqualTo(count("select count(*)::int from event_tag where tag like 'entry:illustrative-%'"));
    }

    @Test
    void the_published_total_comes_out_of_the_entries() {
        given().get("/v1/statistics/trade?from=2022&to=2022&groupBy=year")
                .then()
                .statusCode(200)
                .body("rows[0].total", equalTo("8380000000000.00"));
        given().get("/v1/statistics/trade?from=2021&to=2021&groupBy=type&type=comprehensive-bonded-zone")
                .then()
                .statusCode(200)
                .body("rows[0].total", equalTo("5900000000000.00"));
    }

    @Test
    void every_claim_of_trade_is_computed_from_entries() {
        List<String> bases =
                given().get("/v1/statistics/briefing?year=2022").jsonPath().getList("claims.basis");

        assertThat(bases).containsOnly("entries", "zones");
        assertThat(bases.stream().filter("entries"::equals)).hasSize(14);
    }

    @Test
    void every_answer_has_the_notice() {
        for (String statistic : List.of(
                "composition",
                "trade?from=2022&to=2022",
                "share?period=2022",
                "growth?from=2012&to=2022",
                "imbalance?period=2022&by=province",
                "concentration?period=2022&by=businessForm",
                "similarity?period=2022&by=businessForm",
                "briefing?year=2022")) {
            given().get("/v1/statistics/" + statistic)
                    .then()
                    .statusCode(200)
                    .header("Registry-Dataset", "illustrative")
                    .body("notice", startsWith(NOTICE));
        }
        given().accept("text/csv")
                .get("/v1/statistics/trade?from=2022&to=2022")
                .then()
                .statusCode(200)
                .header("Registry-Dataset", "illustrative")
                .body(not(startsWith(NOTICE)));
        for (String message :
                List.of("data/TRADE/A._T._T._T._T?startPeriod=2022&endPeriod=2022", "dataflow/all/all/latest")) {
            given().get("/v1/sdmx/" + message)
                    .then()
                    .statusCode(200)
                    .header("Registry-Dataset", "illustrative")
                    .body(containsString(":Name xml:lang=\"en\">" + NOTICE));
        }
        given().get("/v1/trade?limit=1").then().statusCode(200).header("Registry-Dataset", "illustrative");
        given().get("/v1/zones/chengdu-gaoxin")
                .then()
                .statusCode(200)
                .header("Registry-Dataset", "illustrative")
                .body("notice", nullValue());
    }

    @Test
    void a_real_entry_is_refused_alone_and_in_a_file() {
        given().contentType("application/json")
                .body("""
                        {"entryId": "NH-2022-000017", "period": "2022-12", "direction": "export", \
                        "businessForm": "other", "value": "1.00"}
                        """)
                .post("/v1/zones/chengdu-gaoxin/trade")
                .then()
                .statusCode(422)
                .header("Registry-Dataset", "illustrative")
                .body("type", equalTo("/problems/dataset-mismatch"));
        given().contentType("text/csv;charset=UTF-8")
                .body("""
                        entryId,zone,period,direction,businessForm,value
                        NH-2022-000018,chengdu-gaoxin,2022-12,export,other,1.00
                        """)
                .post("/v1/imports")
                .then()
                .statusCode(202)
                .body("recorded", equalTo(0))
                .body("refused", equalTo(1));
    }

    @Test
    void pages_say_so_in_their_language() {
        given().accept("text/html").get("/?lang=en").then().body(containsString(NOTICE));
        given().accept("text/html").get("/?lang=zh").then().body(containsString("演示数据"), not(containsString(NOTICE)));
    }

    private int count(String sql) {
        return pool.query(sql).executeAndAwait().iterator().next().getInteger(0);
    }

    /** The illustrative data set, in its own database. */
    public static class Illustrative implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            TestDatabase database = TestDatabase.fresh();
            return Map.of(
                    "registry.dataset", "illustrative",
                    "registry.reference-data", "true",
                    "quarkus.datasource.reactive.url", database.reactiveUrl(),
                    "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                    "quarkus.datasource.username", database.user(),
                    "quarkus.datasource.password", database.password());
        }
    }
}
