package org.zoneregistry.trade.write.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.trade.write.TradeScenario.accepted;
import static org.zoneregistry.trade.write.TradeScenario.alreadyRecorded;
import static org.zoneregistry.trade.write.TradeScenario.entry;
import static org.zoneregistry.trade.write.TradeScenario.given;
import static org.zoneregistry.trade.write.TradeScenario.refused;
import static org.zoneregistry.trade.write.TradeScenario.zoneOf2010To2015;
import static org.zoneregistry.zone.write.ZoneScenario.established;
import static org.zoneregistry.zone.write.ZoneScenario.id;
import static org.zoneregistry.zone.write.ZoneScenario.zone;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;
import org.zoneregistry.trade.write.TradeScenario;
import org.zoneregistry.zone.event.ZoneFactWithdrawn;
import org.zoneregistry.zone.event.ZoneType;

class RecordTradeDeciderTest {

    private static Decision<TradeEvent> recorded(TradeScenario trade, TradeEntry entry) {
        return RecordTradeDecider.decide(trade.zones(), trade.entry(), new RecordTrade(entry));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010", "2010-07", "2012", "2012-02", "2015", "2015-06"})
    void accepts_an_entry_of_a_period_in_which_the_zone_was_live(String period) {
        assertThat(accepted(recorded(zoneOf2010To2015(), entry(period))))
                .containsExactly(new TradeRecorded(entry(period)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2009", "2010-06", "2015-07", "2016"})
    void refuses_an_entry_of_a_period_in_which_the_zone_was_not_live(String period) {
        var rejection = refused(recorded(zoneOf2010To2015(), entry(period)));
        assertThat(rejection.code()).isEqualTo("zone-not-live");
        assertThat(rejection.about()).containsEntry("zone", "a");
    }

    @Test
    void accepts_an_entry_of_the_month_on_whose_last_day_the_zone_was_established() {
        var trade = given(established("a", ZoneType.BONDED_ZONE, "2010-07-31"));
        assertThat(accepted(recorded(trade, entry("2010-07")))).hasSize(1);
        assertThat(refused(recorded(trade, entry("2010-06"))).code()).isEqualTo("zone-not-live");
    }

    @Test
    void refuses_an_entry_of_an_unknown_zone() {
        assertThat(refused(recorded(given(), entry("2012"))).code()).isEqualTo("zone-not-found");
    }

    @Test
    void refuses_an_entry_of_a_zone_whose_establishment_was_withdrawn() {
        var trade = given(
                established("a", ZoneType.BONDED_ZONE, "2010-07-01"),
                new ZoneFactWithdrawn(id(1), Set.of(zone("a")), "error"));
        assertThat(refused(recorded(trade, entry("2012"))).code()).isEqualTo("zone-not-found");
    }

    @Test
    void the_same_content_again_is_already_recorded() {
        var trade = zoneOf2010To2015().recorded(new TradeRecorded(entry("2012")));
        assertThat(alreadyRecorded(recorded(trade, entry("2012")))).isEqualTo(id(1));
    }

    @Test
    void the_same_content_is_already_recorded_even_if_the_zone_was_withdrawn() {
        var trade = given().recorded(new TradeRecorded(entry("2012")));
        assertThat(alreadyRecorded(recorded(trade, entry("2012")))).isEqualTo(id(1));
    }

    @Test
    void refuses_other_content_and_names_the_differences() {
        var trade = zoneOf2010To2015().recorded(new TradeRecorded(entry("2012")));
        var rejection = refused(recorded(trade, entry("2012", "84", "100.01")));
        assertThat(rejection.code()).isEqualTo("entry-content-differs");
        assertThat(rejection.detail()).contains("another hsChapter, value.");
        assertThat(rejection.about()).containsEntry("entryId", "e-1");
    }

    @Test
    void content_is_compared_with_the_first_recording_not_with_a_correction() {
        var trade = zoneOf2010To2015()
                .recorded(new TradeRecorded(entry("2012")), new TradeCorrected(entry("2013"), "misread"));
        assertThat(alreadyRecorded(recorded(trade, entry("2012")))).isEqualTo(id(1));
        assertThat(refused(recorded(trade, entry("2013"))).code()).isEqualTo("entry-content-differs");
    }

    @Test
    void refuses_an_entry_that_was_withdrawn() {
        var trade = zoneOf2010To2015()
                .recorded(
                        new TradeRecorded(entry("2012")),
                        new TradeWithdrawn(TradeScenario.ENTRY, zone("a"), "declared twice"));
        assertThat(refused(recorded(trade, entry("2012"))).code()).isEqualTo("entry-withdrawn");
    }
}
