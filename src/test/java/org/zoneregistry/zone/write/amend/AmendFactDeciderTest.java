package org.zoneregistry.zone.write.amend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.zone.event.ZoneType.BONDED_ZONE;
import static org.zoneregistry.zone.event.ZoneType.COMPREHENSIVE_BONDED_ZONE;
import static org.zoneregistry.zone.write.ZoneScenario.day;
import static org.zoneregistry.zone.write.ZoneScenario.established;
import static org.zoneregistry.zone.write.ZoneScenario.given;
import static org.zoneregistry.zone.write.ZoneScenario.id;
import static org.zoneregistry.zone.write.ZoneScenario.km2;
import static org.zoneregistry.zone.write.ZoneScenario.zone;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.FactValues;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneAreaAdjusted;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZonesIntegrated;
import org.zoneregistry.zone.write.ZoneScenario;

class AmendFactDeciderTest {

    private static Decision<ZoneEvent> redated(ZoneScenario registry, UUID fact, String on) {
        return AmendFactDecider.decide(
                registry.zones(), new AmendFact(fact, day(on), day(on), FactValues.NONE, "misread"));
    }

    private static Decision<ZoneEvent> remeasured(ZoneScenario registry, UUID fact, BigDecimal area) {
        return AmendFactDecider.decide(
                registry.zones(), new AmendFact(fact, null, null, values(area, null, null), "misread"));
    }

    private static FactValues values(
            @Nullable BigDecimal area, @Nullable String province, @Nullable List<ZoneCode> absorbs) {
        return FactValues.NONE
                .with(FactValue.PROVINCE, province)
                .with(FactValue.AREA_KM2, area)
                .with(FactValue.ABSORBS, absorbs);
    }

    private static ZoneAreaAdjusted area(String area, String on) {
        return new ZoneAreaAdjusted(zone("a"), km2(area), day(on), day(on));
    }

    @Test
    void an_amendment_that_changes_nothing_was_recorded_before() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"), area("7", "2012-01-01"));
        assertThat(registry.finds(remeasured(registry, id(2), km2("7.0")))).isEqualTo(id(2));
        registry.accepts(redated(registry, id(2), "2014-01-01"));
        assertThat(registry.finds(redated(registry, id(2), "2014-01-01"))).isEqualTo(id(3));
    }

    @Test
    void an_amended_fact_counts_from_its_new_day() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"), area("7", "2012-01-01"));
        registry.accepts(redated(registry, id(2), "2014-01-01"));
        assertThat(registry.at("a", "2013-12-31").areaKm2()).isEqualByComparingTo("5.2");
        assertThat(registry.at("a", "2014-01-01").areaKm2()).isEqualByComparingTo("7");
    }

    @Test
    void a_later_amendment_keeps_what_an_earlier_one_changed() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"), area("7", "2012-01-01"));
        registry.accepts(redated(registry, id(2), "2014-01-01"));
        registry.accepts(remeasured(registry, id(2), km2("8")));
        assertThat(registry.at("a", "2013-12-31").areaKm2()).isEqualByComparingTo("5.2");
        assertThat(registry.at("a", "2014-01-01").areaKm2()).isEqualByComparingTo("8");
    }

    @Test
    void an_amended_fact_keeps_its_place_among_those_of_one_day() {
        var registry =
                given(established("a", BONDED_ZONE, "2010-01-01"), area("7", "2012-01-01"), area("8", "2012-01-01"));
        registry.accepts(remeasured(registry, id(2), km2("9")));
        assertThat(registry.at("a", "2012-01-01").areaKm2()).isEqualByComparingTo("8");
    }

    @Test
    void refuses_an_amendment_after_which_a_timeline_does_not_fold() {
        var registry = given(
                established("a", BONDED_ZONE, "2010-01-01"),
                new ZoneAccepted(zone("a"), day("2012-01-01"), day("2012-01-01")),
                new ZoneClosed(zone("a"), "no use", day("2015-01-01"), day("2015-01-01")));
        var rejection = registry.refuses(redated(registry, id(3), "2011-01-01"));
        assertThat(rejection.code()).isEqualTo("timeline-conflict");
        assertThat(rejection.about()).containsEntry("zone", "a").containsEntry("fact", id(2).toString());
    }

    @Test
    void an_amended_integration_gives_back_the_zone_that_it_no_longer_names() {
        var registry = given(
                established("a", COMPREHENSIVE_BONDED_ZONE, "2010-01-01"),
                established("b", BONDED_ZONE, "2010-01-01"),
                established("c", BONDED_ZONE, "2010-01-01"),
                new ZonesIntegrated(zone("a"), List.of(zone("b")), null, day("2015-01-01"), day("2015-01-01")));
        registry.accepts(AmendFactDecider.decide(
                registry.zones(),
                new AmendFact(id(4), null, null, values(null, null, List.of(zone("c"))), "the other one")));
        assertThat(registry.at("b", "2016-01-01").isLive()).isTrue();
        assertThat(registry.at("c", "2016-01-01").status()).isEqualTo(ZoneStatus.ABSORBED);
    }

    @Test
    void refuses_to_absorb_by_amendment_what_nobody_established() {
        var registry = given(
                established("a", COMPREHENSIVE_BONDED_ZONE, "2010-01-01"),
                established("b", BONDED_ZONE, "2010-01-01"),
                new ZonesIntegrated(zone("a"), List.of(zone("b")), null, day("2015-01-01"), day("2015-01-01")));
        var rejection = registry.refuses(AmendFactDecider.decide(
                registry.zones(),
                new AmendFact(id(3), null, null, values(null, null, List.of(zone("x"))), "the other one")));
        assertThat(rejection.code()).isEqualTo("zone-not-found");
    }

    @Test
    void refuses_values_that_the_fact_does_not_have() {
        var registry = given(
                established("a", BONDED_ZONE, "2010-01-01"),
                new ZoneAccepted(zone("a"), day("2012-01-01"), day("2012-01-01")));
        var rejection = registry.refuses(remeasured(registry, id(2), km2("9")));
        assertThat(rejection.code()).isEqualTo("validation");
    }

    @Test
    void refuses_values_that_do_not_go_together() {
        var registry = given(
                established("a", COMPREHENSIVE_BONDED_ZONE, "2010-01-01"),
                established("b", BONDED_ZONE, "2010-01-01"),
                new ZonesIntegrated(zone("a"), List.of(zone("b")), null, day("2015-01-01"), day("2015-01-01")));
        var rejection = registry.refuses(AmendFactDecider.decide(
                registry.zones(), new AmendFact(id(3), null, null, values(null, null, List.of(zone("a"))), "itself")));
        assertThat(rejection.code()).isEqualTo("validation");
        assertThat(rejection.about()).containsEntry("pointer", "/values/absorbs");
    }

    @Test
    void a_violation_points_at_the_member_that_is_wrong() {
        var registry = given(
                established("a", BONDED_ZONE, "2010-01-01"),
                new ZoneAreaAdjusted(zone("a"), km2("7"), day("2012-12-31"), day("2012-01-01")));
        assertThat(registry.refuses(remeasured(registry, id(2), km2("0"))).about())
                .containsEntry("pointer", "/values/areaKm2");
        assertThat(registry.refuses(dated(registry, "2011-01-01", null)).about())
                .containsEntry("pointer", "/effectiveOn");
        assertThat(registry.refuses(dated(registry, null, "2013-01-01")).about())
                .containsEntry("pointer", "/effectiveNotBefore");
        assertThat(registry.refuses(dated(registry, "2013-01-01", "2014-01-01")).about())
                .containsEntry("pointer", "/effectiveNotBefore");
    }

    private static Decision<ZoneEvent> dated(ZoneScenario registry, @Nullable String on, @Nullable String notBefore) {
        return AmendFactDecider.decide(
                registry.zones(),
                new AmendFact(
                        id(2),
                        on == null ? null : day(on),
                        notBefore == null ? null : day(notBefore),
                        FactValues.NONE,
                        "misread"));
    }

    @Test
    void refuses_a_province_that_there_is_not() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        var rejection = registry.refuses(AmendFactDecider.decide(
                registry.zones(), new AmendFact(id(1), null, null, values(null, "CN-XX", null), "moved")));
        assertThat(rejection.code()).isEqualTo("unknown-province");
    }

    @Test
    void refuses_to_amend_what_was_never_recorded_or_was_withdrawn() {
        var registry = given(
                established("a", BONDED_ZONE, "2010-01-01"),
                area("7", "2012-01-01"),
                new ZoneFactWithdrawn(id(2), Set.of(zone("a")), "error"));
        assertThat(registry.refuses(redated(registry, id(2), "2014-01-01")).code())
                .isEqualTo("fact-already-withdrawn");
        assertThat(registry.refuses(redated(registry, id(99), "2014-01-01")).code())
                .isEqualTo("fact-not-found");
        assertThat(registry.refuses(redated(registry, id(3), "2014-01-01")).code())
                .isEqualTo("fact-not-found");
    }
}
