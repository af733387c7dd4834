package org.zoneregistry.trade.write.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.trade.write.TradeScenario.accepted;
import static org.zoneregistry.trade.write.TradeScenario.alreadyRecorded;
import static org.zoneregistry.trade.write.TradeScenario.given;
import static org.zoneregistry.trade.write.TradeScenario.refused;
import static org.zoneregistry.trade.write.TradeScenario.zoneOf2010To2015;
import static org.zoneregistry.zone.write.ZoneScenario.day;
import static org.zoneregistry.zone.write.ZoneScenario.id;
import static org.zoneregistry.zone.write.ZoneScenario.zone;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.EnterpriseWithdrawn;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.TradeScenario;

class RegisterEnterpriseDeciderTest {

    private static Enterprise enterprise(String name, String on) {
        return new Enterprise(new EnterpriseId("91-A"), name, zone("a"), new Industry("88"), true, day(on), day(on));
    }

    private static EnterpriseState registered(Enterprise enterprise) {
        return EnterpriseState.UNREGISTERED.evolve(
                new RecordedEvent<>(id(7), 7, Instant.EPOCH, new EnterpriseRegistered(enterprise)));
    }

    private static Decision<TradeEvent> decided(TradeScenario zones, EnterpriseState state, Enterprise enterprise) {
        return RegisterEnterpriseDecider.decide(zones.zones(), state, new RegisterEnterprise(enterprise));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010-07-01", "2015-06-30"})
    void accepts_an_enterprise_on_a_day_on_which_the_zone_is_live(String on) {
        assertThat(accepted(decided(zoneOf2010To2015(), EnterpriseState.UNREGISTERED, enterprise("Aero", on))))
                .containsExactly(new EnterpriseRegistered(enterprise("Aero", on)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010-06-30", "2015-07-01"})
    void refuses_an_enterprise_on_a_day_on_which_the_zone_is_not_live(String on) {
        assertThat(refused(decided(zoneOf2010To2015(), EnterpriseState.UNREGISTERED, enterprise("Aero", on)))
                        .code())
                .isEqualTo("zone-not-live");
    }

    @Test
    void refuses_an_enterprise_in_an_unknown_zone() {
        assertThat(refused(decided(given(), EnterpriseState.UNREGISTERED, enterprise("Aero", "2012-01-01")))
                        .code())
                .isEqualTo("zone-not-found");
    }

    @Test
    void the_same_content_again_is_already_recorded() {
        Enterprise enterprise = enterprise("Aero", "2012-01-01");
        assertThat(alreadyRecorded(decided(given(), registered(enterprise), enterprise)))
                .isEqualTo(id(7));
    }

    @Test
    void a_withdrawn_enterprise_can_be_registered_again() {
        Enterprise enterprise = enterprise("Aero", "2012-01-01");
        var state = registered(enterprise)
                .evolve(new RecordedEvent<>(
                        id(8), 8, Instant.EPOCH, new EnterpriseWithdrawn(enterprise.id(), zone("a"), "never was")));
        assertThat(accepted(decided(zoneOf2010To2015(), state, enterprise)))
                .containsExactly(new EnterpriseRegistered(enterprise));
    }

    private static CorrectEnterprise named(@Nullable String name, @Nullable String zone, @Nullable String notBefore) {
        return new CorrectEnterprise(
                new EnterpriseId("91-A"),
                name,
                zone == null ? null : zone(zone),
                null,
                null,
                null,
                notBefore == null ? null : day(notBefore),
                "misspelt");
    }

    @Test
    void a_correction_withdraws_and_registers_in_one_step_without_the_zone() {
        var state = registered(enterprise("Aero", "2012-01-01"));
        assertThat(accepted(CorrectEnterpriseDecider.decide(given().zones(), state, named("Marine", null, null))))
                .containsExactly(
                        new EnterpriseWithdrawn(new EnterpriseId("91-A"), zone("a"), "misspelt"),
                        new EnterpriseRegistered(enterprise("Marine", "2012-01-01")));
    }

    @Test
    void a_correction_needs_the_new_zone() {
        var state = registered(enterprise("Aero", "2012-01-01"));
        assertThat(refused(CorrectEnterpriseDecider.decide(given().zones(), state, named(null, "b", null)))
                        .code())
                .isEqualTo("zone-not-found");
    }

    @Test
    void a_correction_that_changes_nothing_was_recorded_before() {
        var state = registered(enterprise("Aero", "2012-01-01"));
        assertThat(alreadyRecorded(CorrectEnterpriseDecider.decide(given().zones(), state, named("Aero", "a", null))))
                .isEqualTo(id(7));
    }

    @Test
    void a_correction_keeps_the_order_of_the_days() {
        var state = registered(enterprise("Aero", "2012-01-01"));
        var rejection =
                refused(CorrectEnterpriseDecider.decide(given().zones(), state, named(null, null, "2012-01-02")));
        assertThat(rejection.code()).isEqualTo("validation");
        assertThat(rejection.about()).containsEntry("pointer", "/effectiveNotBefore");
    }

    @Test
    void refuses_other_content_under_the_same_id() {
        var state = registered(enterprise("Aero", "2012-01-01"));
        assertThat(refused(decided(zoneOf2010To2015(), state, enterprise("Marine", "2012-01-01")))
                        .code())
                .isEqualTo("enterprise-content-differs");
    }
}
