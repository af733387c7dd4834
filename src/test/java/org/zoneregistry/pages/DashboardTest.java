package org.zoneregistry.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.pages.ZonePagesTest.between;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.statistics.SmallTrade;
import org.zoneregistry.testing.UniqueCodes;

/** The first page says where its figures are from, and shows nothing unknown as a number. */
@QuarkusTest
class DashboardTest {

    private Office office = new Office();

    private SmallTrade trade(int before) {
        var trade = new SmallTrade(before);
        office = trade.office();
        return trade;
    }

    private String page(String path) {
        return office.asked("text/html", path);
    }

    private static String year(SmallTrade trade, String html) {
        String start = "<th scope=\"row\"><a href=\"/v1/statistics/share?territory=CN&amp;period=" + trade.year();
        return between(html.replace("&period=", "&amp;period="), start, "</tr>");
    }

    @Test
    void a_sum_of_few_entries_has_its_coverage_and_no_share() {
        var trade = trade(1909);
        trade.publish("foreign-trade", "CN", "4000");
        assertThat(year(trade, page("/"))).contains("4,000 yuan").doesNotContain("published", "entries", "%");

        trade.send();
        assertThat(year(trade, page("/")))
                .contains(">1,000 yuan", "summed from entries", "4 entries, 3 of 4 zones, 2 months and whole year")
                .doesNotContain("%");
        assertThat(year(trade, page("/?lang=zh"))).contains("4 条明细，4 个区域中的 3 个，2 个月及全年");

        trade.publish("zones", "CN", "1000");
        assertThat(year(trade, page("/"))).contains("25.0%", "100.0%");
    }

    @Test
    void a_region_without_trade_is_not_one_with_none_and_the_largest_zone_has_a_name() {
        var trade = trade(1912);
        trade.send();
        office.send("/v1/zones/" + trade.zone("a") + "/name", """
                {"effectiveOn": "%s-02-01", "name": {"en": "Small Harbour", "zh": "小港"}}
                """.formatted(trade.year()));
        String quiet = UniqueCodes.next();
        office.establish(quiet, "bonded-zone", "CN-LN", trade.year() + "-01-01", "1");
        trade.publish("zones", "CN", "3000");
        String html = page("/?validAt=" + trade.year() + "-12-31&map=trade");
        String imbalance = between(html, "aria-labelledby=\"imbalance\"", "</section>");
        assertThat(imbalance)
                .contains("The largest zone, Small Harbour, has", "4 entries, 3 of 5 zones")
                .contains("which covers 33.3% of the published trade");
        assertThat(between(imbalance, ">East<", "</tr>")).contains(">600 yuan<", "3 entries, 2 of 2 zones");
        assertThat(between(imbalance, ">Northeast<", "</tr>")).doesNotContain("0 yuan", "0.0%");
        assertThat(between(html, "aria-labelledby=\"where\"", "</section>"))
                .contains("Jiangsu: 600, summed from entries: 3 entries, 2 of 2 zones, 2 months and whole year");
        assertThat(page("/?lang=zh&validAt=" + trade.year() + "-12-31")).contains("最大区域 小港 占");
        assertThat(between(
                        page("/?validAt=" + trade.year() + "-12-31&map=share"),
                        "aria-labelledby=\"where\"",
                        "</section>"))
                .doesNotContain("%");
        office.send("/v1/zones/" + quiet + "/closure", """
                {"effectiveOn": "%d-01-01", "reason": "a test"}
                """.formatted(Integer.parseInt(trade.year()) + 1));
    }

    @Test
    void nothing_known_is_said_in_words() {
        assertThat(page("/?knownAt=0"))
                .contains("Neither trade of the zones nor foreign trade is known")
                .doesNotContain("– of all");
    }

    @Test
    void a_day_outside_of_the_time_bar_is_said_to_be_there() {
        String early = between(page("/?validAt=1985-06-30"), "id=\"time-bar\"", "</figure>");
        assertThat(early).contains("30 June 1985, is before 1990", "value=\"0\" data-lang");
        String late = between(page("/?validAt=2090-06-30"), "id=\"time-bar\"", "</figure>");
        assertThat(late).contains("30 June 2090, is in the future");
        var handle =
                Pattern.compile("max=\"(\\d+)\" value=\"(\\d+)\" data-lang").matcher(late);
        assertThat(handle.find()).isTrue();
        assertThat(handle.group(2)).isEqualTo(handle.group(1));
        assertThat(late).doesNotContain(">2085<");
    }

    @Test
    void the_handle_of_knowledge_stands_at_the_shown_position() {
        office.establish(UniqueCodes.next(), "bonded-zone", "CN-JS", "2014-01-01", "1");
        long position = office.position();
        var handle = Pattern.compile("value=\"(\\d+)\" data-positions=\"([0-9 ]+)\"")
                .matcher(between(page("/?knownAt=" + position), "id=\"time-bar\"", "</figure>"));
        assertThat(handle.find()).isTrue();
        assertThat(List.of(handle.group(2).split(" ")).get(Integer.parseInt(handle.group(1))))
                .isEqualTo(Long.toString(position));
    }

    @Test
    void what_entries_cover_is_said_in_both_languages() throws Exception {
        var coverage = new ObjectMapper().readTree("""
                {"entries": 1, "zones": 1, "months": 1, "wholeYears": 0}
                """);
        assertThat(new People(Language.EN).covered(coverage, 1)).isEqualTo("1 entry, 1 of 1 zone, 1 month");
        assertThat(new People(Language.EN).covered(coverage, 0)).isEqualTo("1 entry, 1 zone, 1 month");
        assertThat(new People(Language.ZH).covered(coverage, 10)).isEqualTo("1 条明细，10 个区域中的 1 个，1 个月");
    }
}
