package org.zoneregistry.zone.read.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.SimulatedLog;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneEstablished;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.ZoneMember;

@NeedsServer
class RegistryTablesTest {

    private static final ZoneCode ZONE = new ZoneCode("a");
    private static final LocalDate DAY = LocalDate.of(2010, 1, 1);

    private final RegistryDatabase registry = new RegistryDatabase();

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void two_states_of_a_zone_at_one_pair_of_times_are_refused_by_the_database() {
        var log = new SimulatedLog();
        log.append(established());
        registry.apply(log.events());

        assertThatThrownBy(() -> registry.database().execute("""
                        insert into zone_state (zone, valid, known, name_en, type, status, province, region, facilities,
                                                predecessors, established_on, established_not_before, effective_on,
                                                effective_not_before)
                        select zone, '[2015-01-01,2015-01-02)', '[7,8)', name_en, type, status, province, region,
                               facilities, predecessors, established_on, established_not_before, effective_on,
                               effective_not_before
                        from zone_state
                        """))
                .hasStackTraceContaining("zone_state_is_one_at_any_pair_of_times");
    }

    @Test
    void the_table_of_states_has_a_column_for_every_member() {
        var columns = new TreeSet<>(Set.of("id", "valid", "known"));
        ZoneMember.ALL.forEach(member -> columns.add(member.column()));
        assertThat(registry.columnsOfStates())
                .as("zone_state has a column for each entry of ZoneMember.ALL: a migration adds it")
                .containsExactlyElementsOf(columns);
    }

    @Test
    void events_of_other_types_are_passed_over() {
        var log = new SimulatedLog();
        log.append("WeatherChanged", JsonNodeFactory.instance.objectNode(), List.of("zone:a"));
        log.append(established());
        log.append("WeatherChanged", JsonNodeFactory.instance.objectNode(), List.of());

        registry.apply(log.events());

        assertThat(registry.zone(ZONE, DAY, 1)).isEmpty();
        assertThat(registry.zone(ZONE, DAY, 2)).isPresent();
    }

    @Test
    void a_state_that_came_and_went_within_a_batch_is_known_to_the_prefixes_between() {
        var log = new SimulatedLog();
        var recorded = log.append(established());
        log.append(new ZoneFactWithdrawn(recorded.id(), Set.of(ZONE), "never"));

        registry.apply(log.events());

        assertThat(registry.zone(ZONE, DAY, 1)).isPresent();
        assertThat(registry.zone(ZONE, DAY, 2)).isEmpty();
    }

    @Test
    void a_fact_that_touches_a_zone_only_since_it_was_amended_counts_for_it() {
        var log = new SimulatedLog();
        var other = new ZoneCode("b");
        log.append(established());
        log.append(new ZoneEstablished(
                other, new ZoneName("B", null), ZoneType.BONDED_ZONE, "CN-SH", null, null, DAY, DAY));
        var converted = log.append(new ZoneConvertedToComprehensive(ZONE, null, null, List.of(), DAY, DAY));
        log.append(new ZoneFactAmended(
                converted.id(),
                new ZoneConvertedToComprehensive(ZONE, null, null, List.of(other), DAY, DAY),
                Set.of(ZONE),
                "it absorbed another"));
        log.append(new ZoneFactWithdrawn(converted.id(), Set.of(ZONE, other), "never"));

        for (StoredEvent event : log.events()) {
            registry.apply(List.of(event));
        }

        assertThat(registry.zone(other, DAY, 3).orElseThrow()).containsEntry("status", "established");
        assertThat(registry.zone(other, DAY, 4).orElseThrow()).containsEntry("successor", "a");
        assertThat(registry.zone(other, DAY, 5).orElseThrow()).containsEntry("status", "established");
    }

    @Test
    void rows_that_somebody_else_has_changed_are_noticed_and_nothing_is_written() {
        var log = new SimulatedLog();
        var recorded = log.append(established());
        registry.apply(log.events());
        registry.database().execute("delete from zone_state");
        var rows = registry.rows();
        log.append(new ZoneFactWithdrawn(recorded.id(), Set.of(ZONE), "never"));

        assertThatThrownBy(() -> registry.apply(log.events().subList(1, 2)))
                .hasMessageContaining("something else has changed");
        assertThat(registry.rows()).isEqualTo(rows);
    }

    private static ZoneEstablished established() {
        return new ZoneEstablished(ZONE, new ZoneName("A", null), ZoneType.BONDED_ZONE, "CN-SH", null, null, DAY, DAY);
    }
}
