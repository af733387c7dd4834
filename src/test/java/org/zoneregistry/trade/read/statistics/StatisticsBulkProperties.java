package org.zoneregistry.trade.read.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zoneregistry.projections.rebuild.GenerationsDatabase;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.RandomTrade;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.zone.event.ZoneCode;

@NeedsServer
class StatisticsBulkProperties {

    private static final List<ZoneCode> ZONES = List.of(new ZoneCode("a"), new ZoneCode("b"));

    @SuppressWarnings("NullAway.Init") // set before the first property
    private static GenerationsDatabase database;

    @BeforeContainer
    static void open() {
        database = new GenerationsDatabase();
    }

    @AfterContainer
    static void close() {
        database.close();
    }

    @Property(tries = 30)
    void a_prefix_in_bulk_and_the_rest_batch_by_batch_are_the_rows_of_the_fold(
            @ForAll @IntRange(min = 1, max = 90) int events,
            @ForAll @IntRange(min = 1, max = 12) int blockSize,
            @ForAll @IntRange(min = 1, max = 4) int inGroup,
            @ForAll @IntRange(min = 0, max = 90) int bulk,
            @ForAll Random random) {
        var projection = new StatisticsProjection(new Blocks(blockSize, inGroup));
        var log = new SimulatedLog();
        var trade = new RandomTrade(random, ZONES);
        for (int i = 0; i < events; i++) {
            trade.appendTo(log);
        }
        database.empty(projection);
        database.apply(projection, log.events());

        assertThat(database.inBulk(projection, log, Math.min(bulk, events), log.events()))
                .isEqualTo(database.contents(projection, "public"));
    }

    @Property(tries = 15)
    void the_tables_show_their_content_at_any_prefix(
            @ForAll @IntRange(min = 1, max = 60) int events,
            @ForAll @IntRange(min = 1, max = 12) int blockSize,
            @ForAll @IntRange(min = 1, max = 4) int inGroup,
            @ForAll Random random) {
        var projection = new StatisticsProjection(new Blocks(blockSize, inGroup));
        var log = new SimulatedLog();
        var trade = new RandomTrade(random, ZONES);
        for (int i = 0; i < events; i++) {
            trade.appendTo(log);
        }
        int prefix = random.nextInt(events + 1);
        database.empty(projection);
        database.apply(projection, log.events().subList(0, prefix));
        var then = database.contents(projection, "public");

        database.apply(projection, log.events().subList(prefix, events));

        assertThat(database.contentsAt(projection, prefix)).isEqualTo(then);
    }
}
