package org.zoneregistry.zone.write.withdraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.zone.event.ZoneType.BONDED_ZONE;
import static org.zoneregistry.zone.event.ZoneType.COMPREHENSIVE_BONDED_ZONE;
import static org.zoneregistry.zone.write.ZoneScenario.day;
import static org.zoneregistry.zone.write.ZoneScenario.established;
import static org.zoneregistry.zone.write.ZoneScenario.given;
import static org.zoneregistry.zone.write.ZoneScenario.id;
import static org.zoneregistry.zone.write.ZoneScenario.zone;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZonesIntegrated;
import org.zoneregistry.zone.write.ZoneScenario;

class WithdrawFactDeciderTest {

    private static Decision<ZoneEvent> withdrawn(ZoneScenario registry, UUID fact) {
        return WithdrawFactDecider.decide(registry.zones(), new WithdrawFact(fact, "never happened"));
    }

    @Test
    void a_withdrawn_fact_counts_for_nothing() {
        var registry = given(
                established("a", BONDED_ZONE, "2010-01-01"),
                new ZoneAccepted(zone("a"), day("2012-01-01"), day("2012-01-01")));
        registry.accepts(withdrawn(registry, id(2)));
        assertThat(registry.at("a", "2013-01-01").status()).isEqualTo(ZoneStatus.ESTABLISHED);
    }

    @Test
    void a_zone_whose_establishment_is_withdrawn_is_none() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        registry.accepts(withdrawn(registry, id(1)));
        assertThat(registry.zones().of(zone("a")).at(day("2013-01-01"))).isEmpty();
    }

    @Test
    void refuses_to_withdraw_what_a_later_fact_rests_on() {
        var registry = given(
                established("a", BONDED_ZONE, "2010-01-01"),
                new ZoneAccepted(zone("a"), day("2012-01-01"), day("2012-01-01")));
        var rejection = registry.refuses(withdrawn(registry, id(1)));
        assertThat(rejection.code()).isEqualTo("timeline-conflict");
        assertThat(rejection.about()).containsEntry("fact", id(2).toString());
    }

    @Test
    void a_withdrawn_integration_gives_all_its_zones_back() {
        var registry = given(
                established("a", COMPREHENSIVE_BONDED_ZONE, "2010-01-01"),
                established("b", BONDED_ZONE, "2010-01-01"),
                new ZonesIntegrated(zone("a"), List.of(zone("b")), null, day("2015-01-01"), day("2015-01-01")));
        registry.accepts(withdrawn(registry, id(3)));
        assertThat(registry.at("a", "2016-01-01").predecessors()).isEmpty();
        assertThat(registry.at("b", "2016-01-01").isLive()).isTrue();
    }

    @Test
    void refuses_to_withdraw_twice() {
        var registry = given(
                established("a", BONDED_ZONE, "2010-01-01"), new ZoneFactWithdrawn(id(1), Set.of(zone("a")), "error"));
        assertThat(registry.refuses(withdrawn(registry, id(1))).code()).isEqualTo("fact-already-withdrawn");
    }

    @Test
    void refuses_to_withdraw_what_was_never_recorded() {
        var registry = given();
        assertThat(registry.refuses(withdrawn(registry, id(1))).code()).isEqualTo("fact-not-found");
    }
}
