package org.zoneregistry.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.statistics.formula.NaiveFormulas;

/** Sends random entries. Then every statistic must equal a second computation from the sent entries. */
@QuarkusTest
class NaiveStatisticsTest {

    private static final double TOLERANCE = 0.6e-6;
    private static final List<String> ZONES = List.of("a", "b", "c", "d");
    private static final List<String> FORMS = List.of("bonded-processing", "bonded-logistics", "bonded-maintenance");
    private static final List<String> CHAPTERS = List.of("84", "85", "90");

    private record Entry(String zone, String year, String form, String chapter, long yuan) {}

    private final SmallTrade trade = new SmallTrade();
    private final Office office = trade.office();
    private final List<Entry> entries = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {20230320, 167})
    void statistics_are_what_a_second_computation_makes_of_the_entries(long seed) {
        trade.send();
        entries.add(new Entry("b", trade.year(), "bonded-processing", "", 200));
        entries.add(new Entry("a", trade.year(), "bonded-processing", "84", 300));
        entries.add(new Entry("a", trade.year(), "bonded-logistics", "85", 100));
        entries.add(new Entry("c", trade.year(), "bonded-processing", "84", 400));
        entries.add(new Entry("a", trade.before(), "unspecified", "", 200));
        entries.add(new Entry("c", trade.before(), "unspecified", "", 100));
        var random = new Random(seed);
        for (int number = 0; number < 25; number++) {
            sendOne(random);
        }

        sums();
        imbalance();
        concentration();
        similarity();
        growth();
    }

    private void sendOne(Random random) {
        var entry = new Entry(
                ZONES.get(random.nextInt(ZONES.size())),
                random.nextInt(4) == 0 ? trade.before() : trade.year(),
                FORMS.get(random.nextInt(FORMS.size())),
                CHAPTERS.get(random.nextInt(CHAPTERS.size())),
                1 + random.nextInt(1000));
        String period = entry.year() + (random.nextBoolean() ? "" : "-%02d".formatted(1 + random.nextInt(12)));
        String direction = List.of("import", "export", "total").get(random.nextInt(3));
        trade.record(entry.zone(), period, direction, entry.form(), entry.chapter(), Long.toString(entry.yuan()));
        entries.add(entry);
    }

    private void sums() {
        JsonPath sums = ask("trade?from=" + trade.year() + "&groupBy=zone,hsChapter");
        Map<String, Long> expected = inYear().stream()
                .collect(Collectors.groupingBy(
                        entry -> trade.zone(entry.zone()) + "/"
                                + (entry.chapter().isEmpty() ? "null" : entry.chapter()),
                        Collectors.summingLong(Entry::yuan)));
        List<Map<String, Object>> rows = sums.getList("rows");
        assertThat(rows)
                .hasSameSizeAs(expected.keySet())
                .allSatisfy(row -> assertThat(row.get("total"))
                        .isEqualTo(expected.get(row.get("zone") + "/" + row.get("hsChapter")) + ".00"));
        double all = inYear().stream().mapToLong(Entry::yuan).sum();
        for (int row = 0; row < rows.size(); row++) {
            close(sums, "rows[" + row + "].share", number(sums.get("rows[" + row + "].total")) / all);
        }
    }

    private void imbalance() {
        JsonPath imbalance = ask("imbalance?by=province&period=" + trade.year());
        double[] zones = byZone(inYear());
        List<double[]> provinces = List.of(Arrays.copyOfRange(zones, 0, 2), Arrays.copyOfRange(zones, 2, 4));
        close(imbalance, "all.theil", NaiveFormulas.theil(zones));
        close(imbalance, "all.gini", NaiveFormulas.gini(zones));
        close(imbalance, "all.coefficientOfVariation", NaiveFormulas.variation(zones));
        close(imbalance, "all.largestShare", NaiveFormulas.largest(1, zones));
        close(imbalance, "theilBetween", NaiveFormulas.theilBetween(provinces));
        close(imbalance, "groups[0].gini", NaiveFormulas.gini(provinces.getFirst()));
        assertThat(number(imbalance.get("theilBetween.value")) + number(imbalance.get("theilWithin.value")))
                .isCloseTo(number(imbalance.get("all.theil.value")), within(1e-9));
    }

    private void concentration() {
        JsonPath concentration = ask("concentration?by=hsChapter&period=" + trade.year());
        double[] chapters = by(inYear(), Entry::chapter, CHAPTERS);
        close(concentration, "hhi", NaiveFormulas.hhi(chapters));
        close(concentration, "effectiveNumber", 1 / NaiveFormulas.hhi(chapters));
        close(concentration, "cr1", NaiveFormulas.largest(1, chapters));
    }

    private void similarity() {
        JsonPath similarity = ask("similarity?by=businessForm&period=" + trade.year());
        List<Map<String, Object>> pairs = similarity.getList("pairs");
        assertThat(pairs).isNotEmpty();
        for (int pair = 0; pair < pairs.size(); pair++) {
            double[] one = forms(String.valueOf(pairs.get(pair).get("zone")));
            double[] other = forms(String.valueOf(pairs.get(pair).get("other")));
            close(similarity, "pairs[" + pair + "].krugman", NaiveFormulas.krugman(one, other));
            close(similarity, "pairs[" + pair + "].cosine", NaiveFormulas.cosine(one, other));
        }
    }

    private void growth() {
        JsonPath growth = ask("growth?from=" + trade.before() + "&to=" + trade.year());
        double before = entries.stream()
                .filter(entry -> entry.year().equals(trade.before()))
                .mapToLong(Entry::yuan)
                .sum();
        double after = inYear().stream().mapToLong(Entry::yuan).sum();
        close(growth, "rows[1].yearOnYear", after / before - 1);
        close(growth, "rows[1].multiple", after / before);
    }

    private JsonPath ask(String question) {
        return office.ask("/v1/statistics/" + question)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<Entry> inYear() {
        return entries.stream()
                .filter(entry -> entry.year().equals(trade.year()))
                .toList();
    }

    private double[] forms(String zone) {
        return by(
                inYear().stream()
                        .filter(entry -> trade.zone(entry.zone()).equals(zone))
                        .toList(),
                Entry::form,
                FORMS);
    }

    private static double[] byZone(List<Entry> entries) {
        return by(entries, Entry::zone, ZONES);
    }

    private static double[] by(List<Entry> entries, Function<Entry, String> member, List<String> values) {
        return values.stream()
                .mapToDouble(value -> entries.stream()
                        .filter(entry -> member.apply(entry).equals(value))
                        .mapToLong(Entry::yuan)
                        .sum())
                .toArray();
    }

    private static void close(JsonPath answer, String figure, double expected) {
        assertThat(number(answer.get(figure + ".value"))).as(figure).isCloseTo(expected, within(TOLERANCE));
    }

    private static double number(Object text) {
        return Double.parseDouble(String.valueOf(text));
    }
}
