package org.zoneregistry.statistics.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.statistics.SmallTrade;

/** Worked examples over HTTP, most of them from {@link SmallTrade}, all of whose entries are many years late. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class CompletenessTest {

    private final SmallTrade trade = new SmallTrade(1904);
    private final Office office = trade.office();
    private final String inYear = "/v1/statistics/completeness?from=" + trade.year();

    private final String ofTrade =
            "&zone=" + String.join(",", trade.zone("a"), trade.zone("b"), trade.zone("c"), trade.zone("d"));
    private boolean isSent;

    @BeforeEach
    void send() {
        if (!isSent) { // not in BeforeAll: the port isn't known then
            trade.send();
            isSent = true;
        }
    }

    @Test
    void every_month_of_a_live_zone_is_there_and_those_without_entries_are_missing() {
        office.ask(inYear + "-01&to=" + trade.year() + "-02" + ofTrade)
                .statusCode(200)
                .body("lateAfterDays", equalTo(30))
                .body("rows", hasSize(8))
                .body("rows.findAll { it.zone == '" + trade.zone("a") + "' }.reporting", contains("late", "late"))
                .body("rows.findAll { it.zone == '" + trade.zone("b") + "' }.reporting", contains("missing", "missing"))
                .body("rows.findAll { it.zone == '" + trade.zone("c") + "' }.reporting", contains("late", "missing"))
                .body("rows[0].month", equalTo(trade.year() + "-01"))
                .body("rows[0].type", equalTo("comprehensive-bonded-zone"))
                .body("rows[0].province", equalTo("CN-JS"))
                .body("rows[0].region", equalTo("east"))
                .body("rows[0].entries", equalTo(1))
                .body("rows[0].wholeYearEntries", equalTo(0))
                .body(
                        "rows[0].due",
                        equalTo(LocalDate.parse(trade.year() + "-01-31")
                                .plusDays(30)
                                .toString()))
                .body("rows[0]", hasKey("firstRecordedAt"))
                .body("rows[2].entries", equalTo(0))
                .body("rows[2].wholeYearEntries", equalTo(1))
                .body("rows[2]", not(hasKey("firstRecordedAt")));
        office.ask(inYear + "&zone=" + trade.zone("a")).body("rows", hasSize(12));
        office.ask(inYear + "-01&type=bonded-zone&province=CN-SC&region=west" + ofTrade)
                .body("rows.zone", contains(trade.zone("d")));
    }

    @Test
    void only_months_in_which_a_zone_is_live_are_there() {
        String closed = Integer.toString(Integer.parseInt(trade.year()) + 1);

        office.ask("/v1/statistics/completeness?from=" + closed + "-01&zone=" + trade.zone("a"))
                .statusCode(200)
                .body("rows", hasSize(0));
    }

    @Test
    void a_month_of_which_all_was_withdrawn_is_missing_and_known_as_late_before() {
        String entry = trade.record("d", trade.year() + "-05", "import", "other", null, "7");
        long before = office.position();
        office.send("/v1/trade/" + entry + "/withdrawal", "{\"reason\": \"never was\"}");
        String url = inYear + "-05&zone=" + trade.zone("d");

        office.ask(url).body("rows.reporting", contains("missing")).body("rows[0]", hasKey("firstRecordedAt"));
        office.ask(url + "&knownAt=" + before)
                .body("rows.reporting", contains("late"))
                .body("rows[0].firstPosition", equalTo((int) before));
        office.ask(url + "&knownAt=" + (before - 1))
                .body("rows.reporting", contains("missing"))
                .body("rows[0]", not(hasKey("firstRecordedAt")));
    }

    @Test
    void a_month_is_reported_in_time_or_awaited_until_it_is_late() {
        var thisMonth = YearMonth.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        LocalDate established = thisMonth.minusMonths(6).atDay(1);
        office.establish(trade.zone("new"), "bonded-zone", "CN-JS", established.toString(), "1");
        trade.record("new", thisMonth.toString(), "import", "other", null, "7");

        office.ask("/v1/statistics/completeness?from=" + thisMonth.minusMonths(3) + "&to=" + thisMonth.plusMonths(1)
                        + "&zone=" + trade.zone("new"))
                .statusCode(200)
                .body("rows[0].reporting", equalTo("missing"))
                .body("rows[3].reporting", equalTo("reported"))
                .body("rows[4].reporting", equalTo("awaited"));
    }

    @Test
    void pages_have_all_rows_once_and_csv_has_the_same() {
        String url = inYear + "&to=" + trade.year() + "&zone=" + trade.zone("c") + "&limit=7";
        var first = office.ask(url).statusCode(200).body("rows", hasSize(7)).extract();
        String link = first.header("Link");
        String next = link.substring(link.indexOf('<') + 1, link.indexOf('>'));

        office.ask(next)
                .statusCode(200)
                .body(
                        "rows.month",
                        contains(
                                trade.year() + "-08",
                                trade.year() + "-09",
                                trade.year() + "-10",
                                trade.year() + "-11",
                                trade.year() + "-12"));
        String[] lines = office.csv(inYear + "-02&zone=" + trade.zone("c"));
        assertThat(lines)
                .containsExactly(
                        "zone,month,type,province,region,reporting,entries,wholeYearEntries,due,firstRecordedAt,"
                                + "firstPosition",
                        trade.zone("c") + "," + trade.year() + "-02,comprehensive-bonded-zone,CN-SC,west,missing,0,0,"
                                + LocalDate.parse(trade.year() + "-02-01")
                                        .plusMonths(1)
                                        .plusDays(29) + ",,");
    }

    @Test
    void every_wrong_parameter_is_named() {
        office.ask("/v1/statistics/completeness?to=2022-13&type=harbour&region=north&validAt=x&limit=0")
                .statusCode(400)
                .body("violations.pointer", hasItems("?from", "?to", "?type", "?region", "?validAt", "?limit"));
    }
}
