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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.Industry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.TradeScenario;

class RegisterEnterpriseDeciderTest {

    private static Enterprise enterprise(String name, String on) {
        return new Enterprise(new EnterpriseId("91-A"), name, zone("a"), new Industry("88"), true, day(on), day(on));
    }

    private static EnterpriseState registered(Enterprise enterprise) {
        return new EnterpriseState(new RecordedEvent<>(id(7), 7, Instant.EPOCH, new EnterpriseRegistered(enterprise)));
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
    void refuses_an_enterprise_in_a_zone_that_there_is_not() {
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
    void refuses_other_content_under_the_same_id() {
        var state = registered(enterprise("Aero", "2012-01-01"));
        assertThat(refused(decided(zoneOf2010To2015(), state, enterprise("Marine", "2012-01-01")))
                        .code())
                .isEqualTo("enterprise-content-differs");
    }
}
