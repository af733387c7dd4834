package org.zoneregistry.zone.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.zone.event.ZoneType.BONDED_ZONE;
import static org.zoneregistry.zone.event.ZoneType.COMPREHENSIVE_BONDED_ZONE;
import static org.zoneregistry.zone.event.ZoneType.EXPORT_PROCESSING_ZONE;
import static org.zoneregistry.zone.write.ZoneScenario.day;
import static org.zoneregistry.zone.write.ZoneScenario.established;
import static org.zoneregistry.zone.write.ZoneScenario.given;
import static org.zoneregistry.zone.write.ZoneScenario.id;
import static org.zoneregistry.zone.write.ZoneScenario.km2;
import static org.zoneregistry.zone.write.ZoneScenario.zone;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zoneregistry.zone.event.FacilityCommissioned;
import org.zoneregistry.zone.event.FacilityDecommissioned;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneAccepted;
import org.zoneregistry.zone.event.ZoneAreaAdjusted;
import org.zoneregistry.zone.event.ZoneClosed;
import org.zoneregistry.zone.event.ZoneConvertedToComprehensive;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.event.ZoneRenamed;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZonesIntegrated;

class FactDeciderTest {

    private static ZoneAccepted accepted(String code, String on) {
        return new ZoneAccepted(zone(code), day(on), day(on));
    }

    private static ZoneConvertedToComprehensive converted(String code, String on, String... absorbs) {
        var absorbed = List.of(absorbs).stream().map(ZoneScenario::zone).toList();
        return new ZoneConvertedToComprehensive(
                zone(code), new ZoneName("Comprehensive " + code, "综合"), km2("4"), absorbed, day(on), day(on));
    }

    private static ZonesIntegrated integrated(String code, String on, String... absorbs) {
        var absorbed = List.of(absorbs).stream().map(ZoneScenario::zone).toList();
        return new ZonesIntegrated(zone(code), absorbed, null, day(on), day(on));
    }

    private static ZoneClosed closed(String code, String on) {
        return new ZoneClosed(zone(code), "no use", day(on), day(on));
    }

    @Test
    void an_accepted_zone_operates_from_that_day_on() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        registry.records(accepted("a", "2011-06-01"));
        assertThat(registry.at("a", "2011-05-31").status()).isEqualTo(ZoneStatus.ESTABLISHED);
        assertThat(registry.at("a", "2011-06-01").status()).isEqualTo(ZoneStatus.OPERATING);
    }

    @Test
    void refuses_a_fact_about_a_zone_that_nobody_established() {
        var rejection = given().refuses(accepted("a", "2011-06-01"));
        assertThat(rejection.code()).isEqualTo("zone-not-found");
        assertThat(rejection.about()).containsEntry("zone", "a");
    }

    @Test
    void refuses_a_fact_before_the_establishment() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        assertThat(registry.refuses(accepted("a", "2009-12-31")).code()).isEqualTo("zone-not-live");
    }

    @Test
    void a_late_fact_lands_in_the_middle_of_the_timeline() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        registry.records(converted("a", "2015-01-01"));
        registry.records(new ZoneAreaAdjusted(zone("a"), km2("9"), day("2012-01-01"), day("2012-01-01")));
        assertThat(registry.at("a", "2013-01-01").areaKm2()).isEqualByComparingTo("9");
        assertThat(registry.at("a", "2015-01-01").areaKm2()).isEqualByComparingTo("4");
    }

    @Test
    void refuses_a_late_fact_that_a_later_one_does_not_bear() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        registry.records(accepted("a", "2014-01-01"));
        var rejection = registry.refuses(closed("a", "2012-01-01"));
        assertThat(rejection.code()).isEqualTo("timeline-conflict");
        assertThat(rejection.about()).containsEntry("zone", "a").containsEntry("fact", id(2).toString());
    }

    @Test
    void several_facts_of_one_day_count_in_the_order_in_which_they_were_recorded() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        registry.records(new ZoneRenamed(zone("a"), new ZoneName("First", null), day("2010-01-01"), day("2010-01-01")));
        registry.records(
                new ZoneRenamed(zone("a"), new ZoneName("Second", null), day("2010-01-01"), day("2010-01-01")));
        assertThat(registry.at("a", "2010-01-01").name().en()).isEqualTo("Second");
    }

    @Test
    void a_fact_may_be_dated_in_the_future() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        registry.records(closed("a", "2099-01-01"));
        assertThat(registry.at("a", "2098-12-31").isLive()).isTrue();
        assertThat(registry.at("a", "2099-01-01").status()).isEqualTo(ZoneStatus.CLOSED);
    }

    @Test
    void a_conversion_renames_remeasures_and_absorbs_in_one_decision() {
        var registry = given(
                established("a", EXPORT_PROCESSING_ZONE, "2010-01-01"), established("b", BONDED_ZONE, "2009-01-01"));
        registry.records(converted("a", "2015-01-01", "b"));
        var state = registry.at("a", "2015-01-01");
        assertThat(state.type()).isEqualTo(COMPREHENSIVE_BONDED_ZONE);
        assertThat(state.name()).isEqualTo(new ZoneName("Comprehensive a", "综合"));
        assertThat(state.areaKm2()).isEqualByComparingTo("4");
        assertThat(state.predecessors()).containsExactly(zone("b"));
        assertThat(registry.at("b", "2015-01-01").status()).isEqualTo(ZoneStatus.ABSORBED);
        assertThat(registry.at("b", "2015-01-01").successor()).isEqualTo(zone("a"));
        assertThat(registry.at("b", "2014-12-31").isLive()).isTrue();
    }

    @Test
    void refuses_to_convert_a_comprehensive_zone() {
        var registry = given(established("a", COMPREHENSIVE_BONDED_ZONE, "2010-01-01"));
        assertThat(registry.refuses(converted("a", "2015-01-01")).code()).isEqualTo("zone-already-comprehensive");
    }

    @Test
    void refuses_a_second_conversion_also_where_it_is_the_earlier_one_by_date() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        registry.records(converted("a", "2015-01-01"));
        var rejection = registry.refuses(converted("a", "2012-01-01"));
        assertThat(rejection.code()).isEqualTo("timeline-conflict");
        assertThat(rejection.about()).containsEntry("fact", id(2).toString());
    }

    @Test
    void refuses_to_absorb_a_zone_that_is_no_longer_live() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"), established("b", BONDED_ZONE, "2009-01-01"));
        registry.records(closed("b", "2012-01-01"));
        var rejection = registry.refuses(converted("a", "2015-01-01", "b"));
        assertThat(rejection.code()).isEqualTo("zone-not-live");
        assertThat(rejection.about()).containsEntry("zone", "b");
    }

    @Test
    void refuses_to_absorb_a_zone_that_nobody_established() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        var rejection = registry.refuses(converted("a", "2015-01-01", "b"));
        assertThat(rejection.code()).isEqualTo("zone-not-found");
        assertThat(rejection.about()).containsEntry("zone", "b");
    }

    @Test
    void refuses_to_absorb_a_zone_of_which_a_later_fact_is_known() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"), established("b", BONDED_ZONE, "2009-01-01"));
        registry.records(accepted("b", "2016-01-01"));
        var rejection = registry.refuses(converted("a", "2015-01-01", "b"));
        assertThat(rejection.code()).isEqualTo("timeline-conflict");
        assertThat(rejection.about()).containsEntry("zone", "b");
    }

    @Test
    void a_comprehensive_zone_integrates_others() {
        var registry = given(
                established("a", COMPREHENSIVE_BONDED_ZONE, "2010-01-01"),
                established("b", BONDED_ZONE, "2009-01-01"),
                established("c", COMPREHENSIVE_BONDED_ZONE, "2009-01-01"));
        registry.records(integrated("a", "2015-01-01", "b", "c"));
        assertThat(registry.at("a", "2015-01-01").predecessors()).containsExactly(zone("b"), zone("c"));
        assertThat(registry.at("c", "2015-01-01").successor()).isEqualTo(zone("a"));
    }

    @Test
    void refuses_an_integration_into_a_zone_that_is_not_comprehensive() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"), established("b", BONDED_ZONE, "2009-01-01"));
        assertThat(registry.refuses(integrated("a", "2015-01-01", "b")).code()).isEqualTo("zone-not-comprehensive");
    }

    @Test
    void a_zone_holds_a_facility_from_its_commissioning_to_its_decommissioning() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        registry.records(
                new FacilityCommissioned(zone("a"), FacilityKind.COLD_CHAIN, day("2012-01-01"), day("2012-01-01")));
        registry.records(
                new FacilityCommissioned(zone("a"), FacilityKind.SMART_GATE, day("2011-01-01"), day("2011-01-01")));
        registry.records(
                new FacilityDecommissioned(zone("a"), FacilityKind.COLD_CHAIN, day("2014-01-01"), day("2014-01-01")));
        assertThat(registry.at("a", "2013-12-31").facilities())
                .containsExactly(FacilityKind.COLD_CHAIN, FacilityKind.SMART_GATE);
        assertThat(registry.at("a", "2014-01-01").facilities()).containsExactly(FacilityKind.SMART_GATE);
    }

    @Test
    void refuses_to_commission_what_is_held_and_to_decommission_what_is_not() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        var coldChain =
                new FacilityCommissioned(zone("a"), FacilityKind.COLD_CHAIN, day("2012-01-01"), day("2012-01-01"));
        registry.records(coldChain);
        var later = new FacilityCommissioned(zone("a"), FacilityKind.COLD_CHAIN, day("2013-01-01"), day("2013-01-01"));
        assertThat(registry.refuses(later).code()).isEqualTo("facility-already-held");
        assertThat(registry.refuses(new FacilityDecommissioned(
                                zone("a"), FacilityKind.SMART_GATE, day("2012-01-01"), day("2012-01-01")))
                        .code())
                .isEqualTo("facility-not-held");
    }

    @Test
    void nothing_happens_to_a_zone_after_its_closure() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        registry.records(closed("a", "2012-01-01"));
        assertThat(registry.refuses(accepted("a", "2012-01-01")).code()).isEqualTo("zone-not-live");
        assertThat(registry.refuses(closed("a", "2013-01-01")).code()).isEqualTo("zone-not-live");
    }

    @Test
    void the_same_fact_again_was_recorded_before() {
        var acceptance = accepted("a", "2011-06-01");
        var area = new ZoneAreaAdjusted(zone("a"), km2("9"), day("2012-01-01"), day("2012-01-01"));
        var name = new ZoneRenamed(zone("a"), new ZoneName("New", null), day("2013-01-01"), day("2012-01-01"));
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"), acceptance, area, name);
        assertThat(registry.finds(FactDecider.decide(registry.zones(), acceptance)))
                .isEqualTo(id(2));
        assertThat(registry.finds(FactDecider.decide(registry.zones(), area))).isEqualTo(id(3));
        assertThat(registry.finds(FactDecider.decide(registry.zones(), name))).isEqualTo(id(4));
        registry.records(new ZoneAccepted(zone("a"), day("2011-06-01"), day("2011-05-31")));
    }

    @Test
    void a_fact_that_reads_so_since_it_was_amended_was_recorded_before() {
        var registry = given(
                established("a", BONDED_ZONE, "2010-01-01"),
                accepted("a", "2011-06-01"),
                new ZoneFactAmended(id(2), accepted("a", "2011-07-01"), Set.of(zone("a")), "misread"));
        assertThat(registry.finds(FactDecider.decide(registry.zones(), accepted("a", "2011-07-01"))))
                .isEqualTo(id(2));
        registry.records(accepted("a", "2011-06-01"));
    }

    @Test
    void a_fact_that_was_overtaken_on_its_day_or_withdrawn_is_recorded_again() {
        var first = new ZoneRenamed(zone("a"), new ZoneName("First", null), day("2010-01-01"), day("2010-01-01"));
        var registry = given(
                established("a", BONDED_ZONE, "2010-01-01"),
                first,
                new ZoneRenamed(zone("a"), new ZoneName("Second", null), day("2010-01-01"), day("2010-01-01")),
                accepted("a", "2011-06-01"),
                new ZoneFactWithdrawn(id(4), Set.of(zone("a")), "never was"));
        registry.records(first);
        assertThat(registry.at("a", "2010-01-01").name().en()).isEqualTo("First");
        registry.records(accepted("a", "2011-06-01"));
    }

    @Test
    void a_state_shows_within_which_days_it_began() {
        var registry = given(established("a", BONDED_ZONE, "2010-01-01"));
        registry.records(new ZoneAccepted(zone("a"), day("2011-12-31"), day("2011-01-01")));
        var state = registry.at("a", "2012-01-01");
        assertThat(state.effectiveOn()).isEqualTo(day("2011-12-31"));
        assertThat(state.effectiveNotBefore()).isEqualTo(day("2011-01-01"));
        assertThat(state.establishedOn()).isEqualTo(day("2010-01-01"));
    }
}
