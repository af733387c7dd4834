package org.zoneregistry.statistics.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zoneregistry.asof.CivilTime;
import org.zoneregistry.asof.Prefix;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.oracle.NaiveFold;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.RandomTrade;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.trade.read.statistics.StatisticsDatabase;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;

@NeedsServer
class CompletenessProperties {

    private static final List<ZoneCode> ZONES = List.of(new ZoneCode("a"), new ZoneCode("b"));

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

    @Property(tries = 15)
    void every_month_of_a_live_zone_is_there_with_the_entries_of_the_prefix(
            @ForAll @IntRange(min = 1, max = 60) int events, @ForAll Random random) {
        SimulatedLog log = log(events, random);
        statistics.empty();
        statistics.applyInBatches(log.events(), new Blocks(5, 2), random);
        var months = new ReportedMonths(log, new CivilTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai")));
        for (int i = 0; i < 3; i++) {
            StoredEvent head = log.events().get(random.nextInt(log.events().size()));
            Map<Dimension, Set<String>> filter = random.nextBoolean() ? Map.of() : Map.of(Dimension.ZONE, Set.of("a"));
            var question = new CompletenessQuestion(
                    Period.ofMonth(2020, 10),
                    Period.ofMonth(2022, 12),
                    filter,
                    null,
                    head.position(),
                    List.of(),
                    1_000);
            List<String> found = statistics
                    .await(months.find(statistics.pool(), question, new Prefix(head.position(), head.recordedAt())))
                    .stream()
                    .map(row -> row.zone() + " " + row.month() + " " + row.entries() + " " + row.wholeYearEntries()
                            + " " + row.firstPosition() + " " + row.reporting())
                    .toList();
            assertThat(found).as("%s", question).isEqualTo(expected(log, question));
        }
    }

    /** By the definition: checks every day of every month, and reads every event in order. */
    private static List<String> expected(SimulatedLog log, CompletenessQuestion question) {
        Map<String, String> entries = new HashMap<>();
        Map<String, Long> first = new HashMap<>();
        for (StoredEvent event : log.events()) {
            if (event.position() > question.knownAt() || !event.type().startsWith("Trade")) {
                continue;
            }
            String id = event.data().path("entryId").textValue();
            if (event.type().equals("TradeWithdrawn")) {
                entries.remove(id);
            } else {
                String of = event.data().path("zone").textValue() + " "
                        + event.data().path("period").textValue();
                entries.put(id, of);
                first.putIfAbsent(of, event.position());
            }
        }
        var rows = new ArrayList<String>();
        for (ZoneCode zone : ZONES) {
            if (!question.filter()
                    .getOrDefault(Dimension.ZONE, Set.of("a", "b"))
                    .contains(zone.value())) {
                continue;
            }
            for (var month = YearMonth.of(2020, 10); month.getYear() < 2023; month = month.plusMonths(1)) {
                if (isLive(log, zone, month, question.knownAt())) {
                    String of = zone + " " + month;
                    String year = zone + " " + month.getYear();
                    long count = entries.values().stream().filter(of::equals).count();
                    rows.add(of + " " + count + " "
                            + entries.values().stream().filter(year::equals).count() + " " + first.get(of) + " "
                            + (count > 0 ? Reporting.LATE : Reporting.MISSING));
                }
            }
        }
        return rows;
    }

    private static boolean isLive(SimulatedLog log, ZoneCode zone, YearMonth month, long knownAt) {
        Set<String> statuses = new HashSet<>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            NaiveFold.at(log.zoneEvents(Long.MAX_VALUE), knownAt, zone, month.atDay(day))
                    .ifPresent(state -> statuses.add(String.valueOf(state.get("status"))));
        }
        return statuses.contains("established") || statuses.contains("operating");
    }

    private static SimulatedLog log(int events, Random random) {
        var log = new SimulatedLog();
        var trade = new RandomTrade(random, ZONES);
        for (ZoneCode zone : ZONES) {
            LocalDate established = LocalDate.of(2020, 9, 1).plusDays(random.nextInt(200));
            log.append(new ZoneEstablished(
                    zone,
                    new ZoneName("Zone", null),
                    ZoneType.BONDED_ZONE,
                    "CN-JS",
                    null,
                    null,
                    established,
                    established));
        }
        for (int i = 0; i < events; i++) {
            trade.appendTo(log);
        }
        LocalDate closed = LocalDate.of(2021, 5, 1).plusDays(random.nextInt(400));
        log.append(new ZoneClosed(ZONES.getFirst(), "a test", closed, closed));
        return log;
    }
}
