package org.zoneregistry.illustrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zoneregistry.reference.ReferenceTranslation;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.write.LiveZoneRule;
import org.zoneregistry.zone.event.ZoneCode;

class IllustrativeDataTest {

    private static final ReferenceTranslation REFERENCE = ReferenceTranslation.shipped();
    private static final IllustrativeData DATA = IllustrativeData.from(REFERENCE);
    private static final Published PUBLISHED = Published.in(REFERENCE);

    @Test
    void is_the_same_every_time() {
        assertThat(IllustrativeData.from(REFERENCE)).isEqualTo(DATA);
    }

    @Test
    void is_a_few_tens_of_thousands_of_entries_at_most_each_with_an_id_of_its_own_that_says_what_it_is() {
        var ids = new HashSet<String>();
        DATA.entries().forEach(entry -> ids.add(entry.id().value()));

        assertThat(ids).hasSameSizeAs(DATA.entries()).hasSizeBetween(20_000, 50_000);
        assertThat(ids).allMatch(id -> id.startsWith("illustrative-"));
        assertThat(DATA.enterprises()).hasSizeBetween(100, 300);
    }

    @Test
    void the_zones_total_comes_out_exactly_in_every_year_with_a_published_one() {
        assertThat(sum(entry -> entry.period().year() == 2012)).isEqualTo(383_331_514_000_000L);
        assertThat(sum(entry -> entry.period().year() == 2022)).isEqualTo(838_000_000_000_000L);
        assertThat(sum(entry -> entry.period().year() == 2023)).isEqualTo(801_325_100_000_000L);
    }

    @Test
    void every_published_figure_of_zones_in_those_years_comes_out_exactly() {
        List<PublishedAggregate> figures = PUBLISHED.figures().stream()
                .filter(figure -> PUBLISHED.totals().containsKey(figure.period().year()))
                .toList();

        assertThat(figures)
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(figure -> assertThat(sum(figure))
                        .as(figure.key().toString())
                        .isEqualTo(figure.total().fen()));
    }

    @Test
    void directions_come_out_exactly_if_they_add_up_and_otherwise_in_proportion() {
        assertThat(sum(entry -> entry.period().year() == 2023 && entry.direction() == Direction.EXPORT))
                .isEqualTo(392_906_300_000_000L);
        assertThat(sum(entry -> entry.period().year() == 2022 && entry.direction() == Direction.EXPORT))
                .as("of 8380.0 bn, as 4265.6 of 4265.6 + 4118.4")
                .isEqualTo(426_356_488_549_618L);
    }

    @Test
    void known_trade_of_single_zones_comes_out_exactly() {
        List<TradeEntry> known = PUBLISHED.entries().stream()
                .filter(entry -> PUBLISHED.totals().containsKey(entry.period().year()))
                .toList();

        assertThat(known)
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(real -> assertThat(sum(entry -> entry.zone().equals(real.zone())
                                && entry.period().year() == real.period().year()
                                && (real.direction() == Direction.TOTAL || entry.direction() == real.direction())))
                        .as(real.id().value())
                        .isEqualTo(real.value().fen()));
    }

    @Test
    void every_zone_that_is_live_at_the_end_of_a_year_trades_in_it_while_it_is_live() {
        assertThat(zonesOf(2022))
                .isEqualTo(PUBLISHED.zones().zones().stream()
                        .filter(zone -> PUBLISHED
                                .zones()
                                .of(zone)
                                .at(LocalDate.of(2022, 12, 31))
                                .filter(state -> state.isLive())
                                .isPresent())
                        .map(zone -> zone.value())
                        .collect(Collectors.toSet()));
        assertThat(DATA.entries().stream().filter(entry -> entry.period().year() == 2021))
                .allSatisfy(entry -> assertThat(LiveZoneRule.refusal(PUBLISHED.zones(), entry.zone(), entry.period()))
                        .isEmpty());
    }

    @Test
    void is_uneven_and_of_many_kinds() {
        assertThat(DATA.entries().stream().map(TradeEntry::businessForm).distinct())
                .doesNotContain(BusinessForm.UNSPECIFIED)
                .hasSize(7);
        assertThat(DATA.entries().stream()
                        .map(entry -> Objects.requireNonNull(entry.hsChapter()))
                        .distinct()
                        .count())
                .isGreaterThan(15);
        assertThat(DATA.entries().stream()
                        .map(entry -> entry.period().toString())
                        .distinct()
                        .count())
                .isEqualTo(12 * 12);
        long largest =
                zonesOf(2022).stream().mapToLong(zone -> sum2022(zone)).max().orElseThrow();
        long smallest =
                zonesOf(2022).stream().mapToLong(zone -> sum2022(zone)).min().orElseThrow();
        assertThat(largest / smallest).isGreaterThan(100);
    }

    private static long sum2022(String zone) {
        return sum(
                entry -> entry.period().year() == 2022 && entry.zone().value().equals(zone));
    }

    private static Set<String> zonesOf(int year) {
        return DATA.entries().stream()
                .filter(entry -> entry.period().year() == year)
                .map(entry -> entry.zone().value())
                .collect(Collectors.toSet());
    }

    /** The sum of the entries with the zones, year and form of business of a figure. */
    private static long sum(PublishedAggregate figure) {
        int year = figure.period().year();
        Set<ZoneCode> zones = TradingZone.in(year, PUBLISHED.zones()).stream()
                .filter(zone -> zone.isAmong(figure))
                .map(TradingZone::code)
                .collect(Collectors.toSet());
        return sum(entry -> entry.period().year() == year
                && zones.contains(entry.zone())
                && (figure.businessForm() == null || figure.businessForm() == entry.businessForm()));
    }

    private static long sum(Predicate<TradeEntry> which) {
        return DATA.entries().stream()
                .filter(which)
                .mapToLong(entry -> entry.value().fen())
                .sum();
    }
}
