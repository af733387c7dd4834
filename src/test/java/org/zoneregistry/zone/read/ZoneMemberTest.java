package org.zoneregistry.zone.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zoneregistry.oracle.NaiveZoneMembers;
import org.zoneregistry.testing.Samples;
import org.zoneregistry.zone.read.states.ZoneStateSpan;
import org.zoneregistry.zone.timeline.ZoneState;

/** All records with the members of a zone's state have the same ones. What was forgotten is named. */
class ZoneMemberTest {

    /** These depend on the province alone, or never change. */
    private static final Set<String> NOT_IN_SPANS =
            Set.of("code", "region", "customsDistrict", "establishedOn", "establishedNotBefore");

    private static final Set<String> TIMES_OF_SPANS = Set.of("validFrom", "validTo", "knownFrom", "knownTo");

    private static List<String> without(Set<String> some, List<String> all) {
        return all.stream().filter(name -> !some.contains(name)).toList();
    }

    @Test
    void an_answer_has_every_member_of_the_state_and_the_region() {
        assertThat(without(Set.of("region"), Samples.components(Zone.class)))
                .as("Zone and ZoneState have the same components in the same order")
                .isEqualTo(Samples.components(ZoneState.class));
    }

    @Test
    void the_list_of_members_has_every_member_of_an_answer_in_its_order() {
        var names = new ArrayList<String>();
        for (String name : Samples.components(Zone.class)) {
            names.addAll(
                    name.equals("name")
                            ? Samples.components(ZoneNameAnswer.class).stream()
                                    .map(part -> "name." + part)
                                    .toList()
                            : List.of(name));
        }
        assertThat(ZoneMember.ALL.stream().map(ZoneMember::name))
                .as("ZoneMember.ALL has an entry for each component of Zone, in its order")
                .containsExactlyElementsOf(names);
    }

    @Test
    void every_member_is_written_to_the_table_and_shown() {
        ZoneState state = Samples.full(ZoneState.class);
        Zone zone = Zone.of(state);
        for (ZoneMember member : ZoneMember.ALL) {
            assertThat(member.stored().apply(state))
                    .as("ZoneMember.ALL: the value of %s in the table", member.name())
                    .isNotNull();
            assertThat(member.shown().apply(zone))
                    .as("ZoneMember.ALL: the value of %s in answers", member.name())
                    .isNotNull();
        }
    }

    @Test
    void a_known_state_has_every_member_that_can_change() {
        assertThat(without(TIMES_OF_SPANS, Samples.components(ZoneStateSpan.class)))
                .as("ZoneStateSpan has each component of Zone that can change; name here what it leaves out")
                .isEqualTo(without(NOT_IN_SPANS, Samples.components(Zone.class)));
    }

    @Test
    void a_known_state_is_made_of_every_member() {
        Zone zone = Zone.of(Samples.full(ZoneState.class));
        assertThat(ZoneStateSpan.of(zone.establishedOn(), null, 1, null, zone))
                .as("ZoneStateSpan.of gives every member")
                .hasNoNullFieldsOrPropertiesExcept("validTo", "knownTo");
    }

    @Test
    void the_second_fold_of_the_tests_has_every_member_of_the_state() {
        Map<String, Object> members = NaiveZoneMembers.of(Samples.full(ZoneState.class));
        assertThat(members.keySet())
                .as("NaiveZoneMembers has each component of ZoneState, by its name")
                .isEqualTo(new HashSet<>(Samples.components(ZoneState.class)));
    }
}
