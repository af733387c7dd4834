package org.zoneregistry.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zoneregistry.money.Amount;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeRecorded;

/** The trade in the reference data: every figure of every table is recorded exactly, or left out with a reason. */
class ReferenceTradeTest {

    private static final List<String> TABLES =
            List.of("national.csv", "national_totals.csv", "province.csv", "business_forms.csv", "zone_trade.csv");

    private static final ReferenceTranslation TRANSLATION = ReferenceTranslation.shipped();
    private static final RegistryInMemory REGISTRY = RegistryInMemory.loaded();

    private static final Map<String, PublishedAggregate> FIGURES = REGISTRY.trade().stream()
            .flatMap(
                    event -> event instanceof AggregatePublished(var aggregate) ? Stream.of(aggregate) : Stream.empty())
            .collect(toMap(aggregate -> aggregate.key().toString(), aggregate -> aggregate));

    private static final List<TradeEntry> ENTRIES = REGISTRY.trade().stream()
            .flatMap(event -> event instanceof TradeRecorded(var entry) ? Stream.of(entry) : Stream.empty())
            .toList();

    @Test
    void the_country_and_its_zones_in_the_year_of_the_press_conference() {
        assertThat(figure("foreign-trade/CN/2022").total()).hasToString("42070000000000.00");
        PublishedAggregate zones = figure("zones/CN/2022");
        assertThat(zones.total()).hasToString("8380000000000.00");
        assertThat(zones.exports()).hasToString("4265600000000.00");
        assertThat(zones.imports()).hasToString("4118400000000.00");
        assertThat(zones.source())
                .startsWith("national.csv row 12 (mixed): ")
                .contains("export and import DERIVED from the 2023 values");
    }

    @Test
    void a_figure_without_a_page_is_marked_and_one_with_a_source_is_preferred() {
        assertThat(figure("foreign-trade/CN/2012").source())
                .startsWith("national_totals.csv row 1 (general-knowledge)");
        assertThat(figure("foreign-trade/CN/2017").total()).hasToString("27790000000000.00");
        assertThat(figure("foreign-trade/CN/2017").source()).startsWith("national.csv row 7 (sourced)");
        assertThat(reasons("national_totals.csv"))
                .isEqualTo(Map.of(6, "national.csv has a figure of that year with a source"));
    }

    @Test
    void the_zones_of_2012_are_the_published_share_of_the_country_and_say_that_they_are_derived() {
        Money country = figure("foreign-trade/CN/2012").total();
        PublishedAggregate zones = figure("zones/CN/2012");
        assertThat(zones.total()).isEqualTo(new Money(country.fen() / 1000 * 157));
        assertThat(zones.source()).startsWith("telling/derived.csv row 1 (derived): ");
    }

    @Test
    void all_zones_and_comprehensive_zones_of_a_territory_are_different_subjects() {
        assertThat(FIGURES).doesNotContainKeys("zones/CN/2019", "zones/CN/2021", "zones/CN-TJ/2022");
        assertThat(figure("comprehensive-zones/CN/2019").total()).hasToString("2900000000000.00");
        assertThat(figure("comprehensive-zones/CN/2021").total()).hasToString("5900000000000.00");
        assertThat(figure("comprehensive-zones/CN-TJ/2022").total()).hasToString("268710000000.00");
        assertThat(figure("zones/CN-TJ/2019").total()).hasToString("199800000000.00");
        assertThat(figure("zones/CN-SH/2023").total()).hasToString("1651611000000.00");
    }

    @Test
    void bonded_maintenance_of_two_years_is_of_different_zones() {
        assertThat(figure("zones/CN/2022/bonded-maintenance").total()).hasToString("198400000000.00");
        assertThat(figure("comprehensive-zones/CN/2021/bonded-maintenance").total())
                .hasToString("185670000000.00");
        assertThat(FIGURES)
                .doesNotContainKeys(
                        "zones/CN/2021/bonded-maintenance", "comprehensive-zones/CN/2022/bonded-maintenance");
    }

    @Test
    void forms_of_business_go_by_the_names_of_the_registry_and_regimes_of_customs_by_none() {
        assertThat(FIGURES.keySet().stream().filter(key -> key.split("/", -1).length == 4))
                .containsExactlyInAnyOrder(
                        "zones/CN/2022/bonded-maintenance",
                        "comprehensive-zones/CN/2021/bonded-maintenance",
                        "comprehensive-zones/CN/2021/financial-leasing",
                        "comprehensive-zones/CN/2021/cross-border-e-commerce");
        assertThat(figure("comprehensive-zones/CN/2021/financial-leasing").source())
                .contains("published as bonded leasing");
        assertThat(reasons("business_forms.csv").get(6)).contains("processing trade is a regime of customs");
        assertThat(reasons("business_forms.csv").get(25)).isEqualTo("no figure was found");
    }

    @Test
    void a_zone_has_an_entry_of_each_direction_where_the_two_add_up_and_one_in_all_where_not() {
        assertThat(ENTRIES.stream()
                        .collect(toMap(entry -> entry.id().value(), TradeEntry::value, (a, b) -> a, TreeMap::new))
                        .toString())
                .contains(
                        "reference-shanghai-waigaoqiao-2022-total=958700000000.00",
                        "reference-shanghai-waigaoqiao-2023-export=244243000000.00",
                        "reference-shanghai-waigaoqiao-2023-import=753786000000.00",
                        "reference-chengdu-gaoxin-2017-export=120600000000.00",
                        "reference-urumqi-2022-total=13800000000.00");
        assertThat(ENTRIES).extracting(TradeEntry::id).doesNotHaveDuplicates().hasSize(12);
        assertThat(reasons("zone_trade.csv"))
                .containsEntry(3, "a sum over several zones, which is the trade of none of them");
    }

    @Test
    void amounts_in_dollars_or_for_a_part_of_a_year_are_left_out() {
        assertThat(FIGURES).doesNotContainKey("zones/CN/2008");
        assertThat(reasons("national.csv").get(1)).contains("in US dollars");
        assertThat(reasons("zone_trade.csv").get(8)).startsWith("Jan-Apr: a part of a year");
        assertThat(reasons("zone_trade.csv").get(19)).contains("in US dollars").contains("Jan-Nov: a part of a year");
    }

    @Test
    void every_row_of_every_table_is_recorded_or_left_out_with_a_reason() {
        for (String table : TABLES) {
            Set<Integer> rows = new TreeSet<>();
            TRANSLATION.commands().stream()
                    .filter(command -> command.source().startsWith(table + " row "))
                    .forEach(command ->
                            rows.add(Integer.parseInt(command.source().replaceFirst("^\\S+ row (\\d+) .*$", "$1"))));
            List<Omission> omissions = omissions(table);
            assertThat(omissions).allSatisfy(omission -> {
                assertThat(omission.reason()).isNotBlank();
                assertThat(omission.whole()).as(omission.toString()).isEqualTo(!rows.contains(omission.row()));
            });
            omissions.forEach(omission -> rows.add(omission.row()));
            assertThat(rows)
                    .as(table)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, ReferenceData.table(table).size())
                                    .boxed()
                                    .toList());
        }
    }

    /** Checks by number, not by rule: every yearly amount in a table is in an event, or its column is left out. */
    @Test
    void every_amount_of_a_year_in_yuan_is_recorded_or_its_column_is_left_out() {
        Stream<Amount> bothDirections = ENTRIES.stream()
                .collect(groupingBy(
                        entry -> entry.zone() + " " + entry.period(),
                        mapping(entry -> Amount.of(entry.value()), reducing(Amount.ZERO, Amount::plus))))
                .values()
                .stream();
        Set<String> told = Stream.of(
                        FIGURES.values().stream()
                                .flatMap(figure -> Stream.of(figure.total(), figure.imports(), figure.exports())),
                        ENTRIES.stream().map(TradeEntry::value),
                        bothDirections)
                .flatMap(amounts -> amounts)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        for (String table : TABLES) {
            for (ReferenceRow row : ReferenceData.table(table)) {
                List<Omission> left = omissions(table).stream()
                        .filter(omission -> omission.row() == row.number())
                        .toList();
                row.fields().forEach((column, value) -> {
                    boolean leftOut = left.stream()
                            .anyMatch(omission ->
                                    omission.whole() || omission.what().contains(column));
                    if (column.endsWith("_yuan") && !value.isEmpty() && !leftOut) {
                        assertThat(told)
                                .as("%s, %s", row, column)
                                .contains(Money.parse(value).toString());
                    }
                });
            }
        }
    }

    @Test
    void keys_name_the_table_and_the_figure() {
        assertThat(TRANSLATION.commands())
                .extracting(ReferenceCommand::idempotencyKey)
                .contains(
                        "reference:national:2022:zones",
                        "reference:national_totals:2012:foreign-trade",
                        "reference:derived:2012:zones",
                        "reference:province:CN-SC:2022:foreign-trade",
                        "reference:business_forms:2022:bonded-maintenance:zones",
                        "reference:zone_trade:anqing:2022:total");
    }

    @Test
    void a_source_is_no_longer_than_the_registry_takes_from_others() {
        assertThat(FIGURES.values())
                .allSatisfy(figure -> assertThat(figure.source()).hasSizeLessThanOrEqualTo(2000));
    }

    private static PublishedAggregate figure(String key) {
        assertThat(FIGURES).containsKey(key);
        return Objects.requireNonNull(FIGURES.get(key));
    }

    private static List<Omission> omissions(String table) {
        return TRANSLATION.omissions().stream()
                .filter(omission -> omission.file().equals(table))
                .toList();
    }

    private static Map<Integer, String> reasons(String table) {
        return omissions(table).stream()
                .filter(Omission::whole)
                .collect(toMap(Omission::row, Omission::reason, (a, b) -> a, TreeMap::new));
    }
}
