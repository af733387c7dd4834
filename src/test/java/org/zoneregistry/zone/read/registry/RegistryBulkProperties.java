package org.zoneregistry.zone.read.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zoneregistry.projections.rebuild.GenerationsDatabase;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.RandomHistories;
import org.zoneregistry.testing.RandomTrade;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.zone.event.ZoneCode;

@NeedsServer
class RegistryBulkProperties {

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

    @Property(tries = 20)
    void a_prefix_in_bulk_and_the_rest_batch_by_batch_are_the_rows_of_the_fold(
            @ForAll("histories") List<RandomHistories.Step> history, @ForAll Random random) {
        var projection = new RegistryProjection();
        var log = SimulatedLog.of(history);
        new RandomTrade(random, List.of(new ZoneCode("a"))).appendTo(log); // which the projection ignores
        database.empty(projection);
        database.apply(projection, log.events());

        int bulk = random.nextInt(log.events().size() + 1);
        assertThat(database.inBulk(projection, log, bulk, log.events()))
                .isEqualTo(database.contents(projection, "public"));
    }

    @Property(tries = 15)
    void the_tables_still_tell_what_they_were_at_any_prefix(
            @ForAll("histories") List<RandomHistories.Step> history, @ForAll Random random) {
        var projection = new RegistryProjection();
        var log = SimulatedLog.of(history);
        int prefix = random.nextInt(log.events().size() + 1);
        database.empty(projection);
        database.apply(projection, log.events().subList(0, prefix));
        var then = database.contents(projection, "public");

        database.apply(projection, log.events().subList(prefix, log.events().size()));

        assertThat(database.contentsAt(projection, prefix)).isEqualTo(then);
    }

    @Provide
    Arbitrary<List<RandomHistories.Step>> histories() {
        return RandomHistories.histories(25);
    }
}
