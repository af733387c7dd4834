package org.zoneregistry.zone.read.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.oracle.NaiveFold;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.RandomHistories;
import org.zoneregistry.testing.RandomHistories.Step;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.zone.event.ZoneCode;

@NeedsServer
class RegistryProjectionProperties {

    @SuppressWarnings("NullAway.Init") // set before the first property
    private static RegistryDatabase registry;

    @BeforeContainer
    static void open() {
        registry = new RegistryDatabase();
    }

    @AfterContainer
    static void close() {
        registry.close();
    }

    @Property(tries = 60)
    void rows_at_any_pair_of_times_are_the_fold_however_the_log_was_batched(
            @ForAll("histories") List<Step> history, @ForAll Random random) {
        var log = SimulatedLog.of(history);
        registry.empty();
        applyInBatches(log.events(), random);

        for (int pair = 0; pair < 12; pair++) {
            long knownAt = random.nextLong(log.events().size() + 1L);
            LocalDate validAt = RandomHistories.FIRST_DAY.plusDays(random.nextInt(-1, RandomHistories.DAYS + 1));
            for (ZoneCode zone : RandomHistories.ZONES) {
                assertThat(registry.zone(zone, validAt, knownAt))
                        .as(
                                "%s on %s, as known at %d: the rows that ZoneMember writes, as RegistryDatabase.members"
                                        + " reads them, and the second fold NaiveFold (expected)",
                                zone, validAt, knownAt)
                        .isEqualTo(NaiveFold.at(log.zoneEvents(Long.MAX_VALUE), knownAt, zone, validAt));
            }
        }
    }

    @Property(tries = 30)
    void a_replay_gives_the_same_rows(@ForAll("histories") List<Step> history, @ForAll Random random) {
        var log = SimulatedLog.of(history);
        registry.empty();
        applyInBatches(log.events(), random);
        var rows = registry.rows();

        registry.empty();
        registry.apply(log.events());

        assertThat(registry.rows()).isEqualTo(rows);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return RandomHistories.histories(40);
    }

    private static void applyInBatches(List<StoredEvent> events, Random random) {
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(8));
            registry.apply(events.subList(from, to));
            from = to;
        }
    }
}
