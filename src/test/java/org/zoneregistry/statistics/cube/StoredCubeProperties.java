package org.zoneregistry.statistics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.RandomTrade;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.trade.read.statistics.StatisticsDatabase;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;

@NeedsServer
class StoredCubeProperties {

    private static final List<String> PROVINCES = List.of("CN-JS", "CN-SH", "CN-SC");
    private static final Map<Dimension, List<String>> VALUES = Map.ofEntries(
            Map.entry(Dimension.YEAR, List.of("2020", "2022")),
            Map.entry(Dimension.MONTH, List.of("2020-11", "2021-11", "2021-12", "2021", "2022")),
            Map.entry(Dimension.ZONE, List.of("a", "b", "c")),
            Map.entry(Dimension.TYPE, List.of("bonded-zone", "comprehensive-bonded-zone")),
            Map.entry(Dimension.PROVINCE, PROVINCES),
            Map.entry(Dimension.REGION, List.of("east", "west")),
            Map.entry(Dimension.BUSINESS_FORM, List.of("bonded-logistics", "other")),
            Map.entry(Dimension.DIRECTION, List.of("import", "export", "total")),
            Map.entry(Dimension.HS_CHAPTER, List.of("01", "85")),
            Map.entry(Dimension.ENTERPRISE, List.of("A", "B")),
            Map.entry(Dimension.PARTNER, List.of("DE", "JP")));

    @SuppressWarnings("NullAway.Init") // set before the first property
    private static StatisticsDatabase statistics;

    @BeforeContainer
    static void open() {
        statistics = new StatisticsDatabase();
    }

    @AfterContainer
    static void close() {
        statistics.close();
    }

    @Property(tries = 30)
    void sums_are_those_of_the_entries_one_by_one_for_any_question_about_any_prefix(
            @ForAll @IntRange(min = 1, max = 120) int events,
            @ForAll @IntRange(min = 1, max = 25) int blockSize,
            @ForAll @IntRange(min = 1, max = 4) int inGroup,
            @ForAll Random random) {
        var log = log(events, random);
        var blocks = new Blocks(blockSize, inGroup);
        statistics.empty();
        statistics.applyInBatches(log.events(), blocks, random);
        var cube = new Cube(statistics.pool(), blocks);
        var naive = new NaiveCube(log);
        for (int i = 0; i < 25; i++) {
            var question = question(random, log.events().size());
            List<Cell> sums = statistics.await(cube.sums(question));
            assertThat(sums).as("%s", question).containsExactlyInAnyOrderElementsOf(naive.sums(question));
            assertThat(sums).as("order of %s", question).isSortedAccordingTo(inOrder());
            assertThat(streamed(question, blocks)).as("stream of %s", question).isEqualTo(ordered(sums, question));
        }
    }

    @Property(tries = 30)
    void sums_cover_what_their_entries_do_and_have_in_common_what_both_have(
            @ForAll @IntRange(min = 1, max = 120) int events,
            @ForAll @IntRange(min = 1, max = 25) int blockSize,
            @ForAll @IntRange(min = 1, max = 4) int inGroup,
            @ForAll Random random) {
        var log = log(events, random);
        var blocks = new Blocks(blockSize, inGroup);
        statistics.empty();
        statistics.applyInBatches(log.events(), blocks, random);
        var cube = new Cube(statistics.pool(), blocks);
        var naive = new NaiveCube(log);
        for (int i = 0; i < 15; i++) {
            var question = question(random, log.events().size());
            List<CoveredCell> expected = naive.covered(question);
            assertThat(statistics.await(cube.covered(question)))
                    .as("%s", question)
                    .usingElementComparator(Comparator.comparing(StoredCubeProperties::coverage))
                    .containsExactlyInAnyOrderElementsOf(expected);
            if (!question.groupBy().contains(Dimension.DIRECTION)) {
                assertThat(streamedCovered(question, blocks))
                        .as("stream of %s", question)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
            var byPeriod = byPeriod(question);
            assertThat(statistics.await(cube.matching(byPeriod, byPeriod.from())))
                    .as("%s", byPeriod)
                    .containsExactlyInAnyOrderElementsOf(naive.matching(byPeriod, byPeriod.from()));
        }
    }

    private static String coverage(CoveredCell covered) {
        return covered.cell() + " " + covered.coverage();
    }

    /** The same question, broken down by its periods, and without other bounds. */
    private static CubeQuestion byPeriod(CubeQuestion question) {
        Set<Dimension> groupBy = EnumSet.of(question.from().isMonth() ? Dimension.MONTH : Dimension.YEAR);
        groupBy.addAll(question.groupBy());
        groupBy.remove(question.from().isMonth() ? Dimension.YEAR : Dimension.MONTH);
        Map<Dimension, Set<String>> filter = new EnumMap<>(Dimension.class);
        filter.putAll(question.filter());
        filter.keySet().removeAll(Set.of(Dimension.YEAR, Dimension.MONTH));
        return new CubeQuestion(
                question.from(), question.to(), groupBy, filter, question.validAt(), question.knownAt());
    }

    private static List<CoveredCell> streamedCovered(CubeQuestion question, Blocks blocks) {
        return statistics.await(statistics
                .pool()
                .withTransaction(connection -> new Cube(connection, blocks)
                        .streamCovered(question, first(question))
                        .collect()
                        .in(ArrayList<CoveredCell>::new, List::addAll)
                        .map(List::copyOf)));
    }

    private static List<Cell> streamed(CubeQuestion question, Blocks blocks) {
        return statistics.await(statistics
                .pool()
                .withTransaction(connection -> new Cube(connection, blocks)
                        .stream(question, first(question))
                                .collect()
                                .in(ArrayList<Cell>::new, List::addAll)
                                .map(List::copyOf)));
    }

    private static List<Dimension> first(CubeQuestion question) {
        return Arrays.stream(Dimension.values())
                .filter(question.groupBy()::contains)
                .filter(dimension -> !List.of(Dimension.YEAR, Dimension.MONTH, Dimension.DIRECTION)
                        .contains(dimension))
                .toList();
    }

    /**
     * By the first dimensions, missing values last; then by year and month, whole years first; directions in their own
     * order.
     */
    private static List<Cell> ordered(List<Cell> sums, CubeQuestion question) {
        Comparator<Cell> order = Comparator.comparing(cell -> 0);
        for (Dimension dimension : first(question)) {
            order = order.thenComparing(
                    cell -> cell.key().get(dimension), Comparator.nullsLast(Comparator.naturalOrder()));
        }
        for (Dimension dimension : List.of(Dimension.YEAR, Dimension.MONTH)) {
            order = order.thenComparing(
                    cell -> cell.key().get(dimension), Comparator.nullsFirst(Comparator.naturalOrder()));
        }
        return sums.stream()
                .sorted(order.thenComparing(cell ->
                        Direction.parse(Objects.requireNonNullElse(cell.key().get(Dimension.DIRECTION), "total"))))
                .toList();
    }

    private static SimulatedLog log(int events, Random random) {
        var log = new SimulatedLog();
        var zones = List.of(new ZoneCode("a"), new ZoneCode("b"), new ZoneCode("c"));
        var trade = new RandomTrade(random, zones);
        var lives = new ArrayList<ZoneEvent>();
        for (ZoneCode zone : zones) {
            LocalDate established = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(800));
            LocalDate converted = established.plusDays(random.nextInt(500));
            lives.add(new ZoneEstablished(
                    zone,
                    new ZoneName("Zone", null),
                    ZoneType.BONDED_ZONE,
                    PROVINCES.get(random.nextInt(PROVINCES.size())),
                    null,
                    null,
                    established,
                    established));
            lives.add(new ZoneConvertedToComprehensive(zone, null, null, List.of(), converted, converted));
        }
        for (int i = 0; i < events; i++) {
            if (!lives.isEmpty() && random.nextInt(6) == 0) {
                log.append(lives.removeFirst());
            }
            trade.appendTo(log);
        }
        return log;
    }

    private static CubeQuestion question(Random random, int head) {
        Period from;
        Period to;
        if (random.nextBoolean()) {
            from = Period.ofYear(random.nextInt(2020, 2023));
            to = Period.ofYear(random.nextInt(from.year(), 2023));
        } else {
            from = Period.ofMonth(random.nextInt(2020, 2023), random.nextInt(11, 13));
            to = random.nextBoolean() ? from : Period.ofMonth(2022, 12);
        }
        Set<Dimension> groupBy = EnumSet.noneOf(Dimension.class);
        Map<Dimension, Set<String>> filter = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (random.nextInt(4) == 0) {
                groupBy.add(dimension);
            }
            if (random.nextInt(12) == 0) {
                var values = VALUES.getOrDefault(dimension, List.of());
                var wanted = new HashSet<String>();
                do {
                    wanted.add(values.get(random.nextInt(values.size())));
                } while (random.nextBoolean());
                filter.put(dimension, wanted);
            }
        }
        LocalDate validAt = random.nextInt(3) == 0 ? LocalDate.of(2021, 6, 1).plusDays(random.nextInt(400)) : null;
        long knownAt = random.nextInt(4) == 0 ? head : random.nextLong(head + 1L);
        return new CubeQuestion(from, to, groupBy, filter, validAt, knownAt);
    }

    private static Comparator<Cell> inOrder() {
        Comparator<Cell> order = Comparator.comparingInt(cell -> 0);
        for (Dimension dimension : Dimension.values()) {
            order = order.thenComparing(
                    cell -> cell.key().get(dimension), Comparator.nullsLast(Comparator.naturalOrder()));
        }
        return order;
    }
}
