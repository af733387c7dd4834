package org.zoneregistry.statistics.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zoneregistry.money.Money;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;
import org.zoneregistry.trade.event.json.TradeEventJson;
import org.zoneregistry.trade.event.json.TradeEventType;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.trade.read.statistics.StatisticsDatabase;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;

/** The coverage of whole years, while months become empty and get entries again, at each prefix of a log. */
@NeedsServer
class PartsOfYearsTest {

    private static final Period YEAR = Period.ofYear(2021);
    private static final Period NOVEMBER = Period.ofMonth(2021, 11);
    private static final Period DECEMBER = Period.ofMonth(2021, 12);
    private static final Period OTHER_YEAR = Period.ofMonth(2019, 2);

    private static final Map<Dimension, Set<String>> ALL = Map.of();
    private static final Map<Dimension, Set<String>> CHAPTERS = Map.of(Dimension.HS_CHAPTER, Set.of("01", "85"));
    private static final Map<Dimension, Set<String>> DIRECTIONS =
            Map.of(Dimension.DIRECTION, Set.of("import", "total"));

    private static final List<CubeQuestion> QUESTIONS = List.of(
            question(Set.of(), ALL),
            question(Set.of(Dimension.YEAR, Dimension.ZONE), ALL),
            question(Set.of(Dimension.PROVINCE), DIRECTIONS),
            question(Set.of(Dimension.YEAR, Dimension.DIRECTION), ALL),
            question(Set.of(Dimension.HS_CHAPTER), ALL),
            question(Set.of(Dimension.YEAR), CHAPTERS));

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static StatisticsDatabase statistics;

    @BeforeAll
    static void open() {
        statistics = new StatisticsDatabase();
    }

    @AfterAll
    static void close() {
        statistics.close();
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 1", "2, 2", "3, 3", "100, 1"})
    void whole_years_cover_the_parts_that_have_entries(int blockSize, int inGroup) {
        var log = log();
        var blocks = new Blocks(blockSize, inGroup);
        statistics.empty();
        statistics.applyInBatches(log.events(), blocks, new Random(1));
        var cube = new Cube(statistics.pool(), blocks);
        var naive = new NaiveCube(log);

        for (int prefix = 0; prefix <= log.events().size(); prefix++) {
            for (CubeQuestion each : QUESTIONS) {
                var question = new CubeQuestion(each.from(), each.to(), each.groupBy(), each.filter(), null, prefix);
                assertThat(statistics.await(cube.covered(question)))
                        .as("%s", question)
                        .usingElementComparator(
                                Comparator.comparing(covered -> covered.cell() + " " + covered.coverage()))
                        .containsExactlyInAnyOrderElementsOf(naive.covered(question));
            }
        }
    }

    private static CubeQuestion question(Set<Dimension> groupBy, Map<Dimension, Set<String>> filter) {
        return new CubeQuestion(Period.ofYear(2019), Period.ofYear(2022), groupBy, filter, null, 0);
    }

    private static SimulatedLog log() {
        var log = new SimulatedLog();
        for (String zone : List.of("a", "b")) {
            LocalDate day = LocalDate.of(2018, 1, 1);
            log.append(new ZoneEstablished(
                    new ZoneCode(zone),
                    new ZoneName("Zone", null),
                    ZoneType.BONDED_ZONE,
                    "CN-JS",
                    null,
                    null,
                    day,
                    day));
        }
        append(log, recorded("moves", "a", NOVEMBER, Direction.IMPORT, "01"));
        append(log, recorded("stays", "a", DECEMBER, Direction.IMPORT, "85"));
        append(log, recorded("year", "a", YEAR, Direction.TOTAL, "01"));
        // November becomes empty, and the sum of the year stays the same
        append(log, corrected("moves", "a", DECEMBER, Direction.IMPORT, "01"));
        // a year beside its months, then no longer
        append(log, recorded("also year", "a", YEAR, Direction.IMPORT, "01"));
        append(log, withdrawn("year", "a"));
        append(log, withdrawn("also year", "a"));
        // there and back again
        append(log, corrected("moves", "a", NOVEMBER, Direction.IMPORT, "01"));
        append(log, corrected("moves", "a", DECEMBER, Direction.IMPORT, "01"));
        // another direction, another chapter, another year, another zone
        append(log, corrected("moves", "a", DECEMBER, Direction.EXPORT, "01"));
        append(log, corrected("moves", "a", DECEMBER, Direction.EXPORT, "85"));
        append(log, corrected("moves", "a", OTHER_YEAR, Direction.EXPORT, null));
        append(log, withdrawn("moves", "a"));
        append(log, recorded("moves", "b", NOVEMBER, Direction.TOTAL, "85"));
        // one of two entries of a month is withdrawn, then the other
        append(log, recorded("second", "b", NOVEMBER, Direction.TOTAL, "85"));
        append(log, withdrawn("moves", "b"));
        append(log, withdrawn("second", "b"));
        // nothing is left, then something again
        append(log, withdrawn("stays", "a"));
        append(log, recorded("stays", "a", NOVEMBER, Direction.IMPORT, "85"));
        append(log, recorded("second", "a", NOVEMBER, Direction.TOTAL, "85"));
        append(log, withdrawn("stays", "a"));
        return log;
    }

    private static void append(SimulatedLog log, TradeEvent event) {
        log.append(TradeEventType.of(event).wireName(), TradeEventJson.write(event), List.of());
    }

    private static TradeRecorded recorded(
            String id, String zone, Period period, Direction direction, @Nullable String chapter) {
        return new TradeRecorded(entry(id, zone, period, direction, chapter));
    }

    private static TradeCorrected corrected(
            String id, String zone, Period period, Direction direction, @Nullable String chapter) {
        return new TradeCorrected(entry(id, zone, period, direction, chapter), "misread");
    }

    private static TradeWithdrawn withdrawn(String id, String zone) {
        return new TradeWithdrawn(new EntryId(id), new ZoneCode(zone), "never was");
    }

    private static TradeEntry entry(
            String id, String zone, Period period, Direction direction, @Nullable String chapter) {
        return new TradeEntry(
                new EntryId(id),
                new ZoneCode(zone),
                period,
                direction,
                BusinessForm.OTHER,
                chapter == null ? null : new HsChapter(chapter),
                null,
                null,
                new Money(100));
    }
}
