package org.zoneregistry.zone.write.establish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.zone.event.ZoneType.BONDED_ZONE;
import static org.zoneregistry.zone.write.ZoneScenario.day;
import static org.zoneregistry.zone.write.ZoneScenario.established;
import static org.zoneregistry.zone.write.ZoneScenario.given;
import static org.zoneregistry.zone.write.ZoneScenario.id;
import static org.zoneregistry.zone.write.ZoneScenario.zone;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneStatus;

class EstablishZoneDeciderTest {

    private static EstablishZone establish(String code, String province) {
        return new EstablishZone(
                zone(code),
                new ZoneName(code, null),
                BONDED_ZONE,
                province,
                null,
                null,
                day("2020-01-01"),
                day("2020-01-01"));
    }

    @Test
    void an_unused_code_and_a_known_province_make_an_established_zone() {
        var registry = given();
        registry.accepts(EstablishZoneDecider.decide(registry.zones(), establish("a", "CN-JS")));
        assertThat(registry.at("a", "2020-01-01").status()).isEqualTo(ZoneStatus.ESTABLISHED);
    }

    @Test
    void refuses_a_second_establishment() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        var rejection = registry.refuses(EstablishZoneDecider.decide(registry.zones(), establish("a", "CN-JS")));
        assertThat(rejection.code()).isEqualTo("zone-code-taken");
    }

    @Test
    void refuses_the_code_of_a_closed_zone() {
        var registry = given(
                established("a", BONDED_ZONE, "2010-01-01"),
                new ZoneClosed(zone("a"), "no use", day("2011-01-01"), day("2011-01-01")));
        var rejection = registry.refuses(EstablishZoneDecider.decide(registry.zones(), establish("a", "CN-JS")));
        assertThat(rejection.code()).isEqualTo("zone-code-taken");
    }

    @Test
    void a_code_is_free_again_when_its_establishment_was_withdrawn() {
        var registry = given(
                established("a", BONDED_ZONE, "2010-01-01"), new ZoneFactWithdrawn(id(1), Set.of(zone("a")), "error"));
        registry.accepts(EstablishZoneDecider.decide(registry.zones(), establish("a", "CN-JS")));
        assertThat(registry.at("a", "2020-01-01").status()).isEqualTo(ZoneStatus.ESTABLISHED);
        assertThat(registry.zones().of(zone("a")).at(day("2019-12-31"))).isEmpty();
    }

    @Test
    void refuses_a_province_that_there_is_not() {
        var registry = given();
        var rejection = registry.refuses(EstablishZoneDecider.decide(registry.zones(), establish("a", "CN-XX")));
        assertThat(rejection.code()).isEqualTo("unknown-province");
    }
}
