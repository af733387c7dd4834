package org.zoneregistry.trade.read.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.RandomTrade;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.zone.event.ZoneCode;

@NeedsServer
class StatisticsProjectionProperties {

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

    @Property(tries = 25)
    void the_tables_are_the_same_however_the_log_was_batched(
            @ForAll @IntRange(min = 1, max = 60) int events,
            @ForAll @IntRange(min = 1, max = 12) int blockSize,
            @ForAll @IntRange(min = 1, max = 4) int inGroup,
            @ForAll Random random) {
        var log = log(events, random);
        var blocks = new Blocks(blockSize, inGroup);
        statistics.empty();
        statistics.applyInBatches(log.events(), blocks, random);
        var rows = statistics.rows();
        statistics.empty();
        statistics.apply(log.events(), blocks);
        assertThat(statistics.rows()).isEqualTo(rows);
    }

    @Property(tries = 12)
    void an_event_that_is_applied_twice_counts_once(
            @ForAll @IntRange(min = 1, max = 60) int events,
            @ForAll @IntRange(min = 1, max = 12) int blockSize,
            @ForAll @IntRange(min = 1, max = 4) int inGroup,
            @ForAll Random random) {
        var log = log(events, random);
        var blocks = new Blocks(blockSize, inGroup);
        statistics.empty();
        statistics.apply(log.events(), blocks);
        var rows = statistics.rows();
        statistics.execute("truncate zone_fact, zone_state");
        statistics.apply(log.events().subList(random.nextInt(events), events), blocks);
        assertThat(statistics.rows()).isEqualTo(rows);
    }

    @Property(tries = 25)
    void a_year_has_the_bits_of_its_parts_with_entries_at_the_end_of_each_block(
            @ForAll @IntRange(min = 1, max = 90) int events,
            @ForAll @IntRange(min = 1, max = 12) int blockSize,
            @ForAll @IntRange(min = 1, max = 4) int inGroup,
            @ForAll Random random) {
        statistics.empty();
        statistics.applyInBatches(log(events, random).events(), new Blocks(blockSize, inGroup), random);
        assertThat(statistics.yearsWithWrongParts()).isEmpty();
    }

    private static SimulatedLog log(int events, Random random) {
        var log = new SimulatedLog();
        var trade = new RandomTrade(random, ZONES);
        for (int i = 0; i < events; i++) {
            trade.appendTo(log);
        }
        return log;
    }
}
