package org.zoneregistry.trade.write.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.trade.write.TradeScenario.ENTRY;
import static org.zoneregistry.trade.write.TradeScenario.accepted;
import static org.zoneregistry.trade.write.TradeScenario.alreadyRecorded;
import static org.zoneregistry.trade.write.TradeScenario.entry;
import static org.zoneregistry.trade.write.TradeScenario.given;
import static org.zoneregistry.trade.write.TradeScenario.refused;
import static org.zoneregistry.trade.write.TradeScenario.zoneOf2010To2015;
import static org.zoneregistry.zone.event.ZoneType.BONDED_ZONE;
import static org.zoneregistry.zone.write.ZoneScenario.established;
import static org.zoneregistry.zone.write.ZoneScenario.id;
import static org.zoneregistry.zone.write.ZoneScenario.zone;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.trade.write.TradeScenario;
import org.zoneregistry.trade.write.record.RecordTrade;
import org.zoneregistry.trade.write.record.RecordTradeDecider;

class CorrectTradeDeciderTest {

    private static CorrectTrade command(@Nullable String period, @Nullable String value, Set<OptionalMember> cleared) {
        return new CorrectTrade(
                ENTRY,
                null,
                period == null ? null : Period.parse(period),
                null,
                null,
                null,
                null,
                null,
                value == null ? null : Money.parse(value),
                cleared,
                "misread");
    }

    private static Decision<TradeEvent> corrected(TradeScenario trade, CorrectTrade command) {
        return CorrectTradeDecider.decide(trade.zones(), trade.entry(), command);
    }

    @Test
    void members_that_are_not_given_stay_as_they_are() {
        var trade = zoneOf2010To2015().recorded(new TradeRecorded(entry("2012", "84", "100.00")));
        assertThat(accepted(corrected(trade, command(null, "7.5", Set.of()))))
                .containsExactly(new TradeCorrected(entry("2012", "84", "7.50"), "misread"));
    }

    @Test
    void cleared_members_are_removed() {
        var trade = zoneOf2010To2015().recorded(new TradeRecorded(entry("2012", "84", "100.00")));
        assertThat(accepted(corrected(trade, command(null, null, Set.of(OptionalMember.HS_CHAPTER)))))
                .containsExactly(new TradeCorrected(entry("2012", null, "100.00"), "misread"));
    }

    @Test
    void a_correction_starts_from_the_last_one() {
        var trade = zoneOf2010To2015()
                .recorded(new TradeRecorded(entry("2012")), new TradeCorrected(entry("2013"), "misread"));
        assertThat(accepted(corrected(trade, command(null, "7.50", Set.of()))))
                .containsExactly(new TradeCorrected(entry("2013", null, "7.50"), "misread"));
    }

    @Test
    void a_correction_that_changes_nothing_was_recorded_before() {
        var trade = zoneOf2010To2015().recorded(new TradeRecorded(entry("2012")));
        assertThat(alreadyRecorded(corrected(trade, command("2012", "100", Set.of(OptionalMember.PARTNER)))))
                .isEqualTo(id(1));
        trade.recorded(new TradeCorrected(entry("2013"), "misread"));
        assertThat(alreadyRecorded(corrected(trade, command("2013", null, Set.of()))))
                .isEqualTo(id(2));
    }

    @Test
    void a_correction_without_zone_and_period_does_not_depend_on_the_zone() {
        var trade = given().recorded(new TradeRecorded(entry("2012")));
        assertThat(accepted(corrected(trade, command(null, "7.50", Set.of()))))
                .containsExactly(new TradeCorrected(entry("2012", null, "7.50"), "misread"));
    }

    private static CorrectTrade moving(String zone) {
        return new CorrectTrade(
                ENTRY, zone(zone), null, null, null, null, null, null, null, Set.of(), "of another zone");
    }

    @Test
    void an_entry_moves_to_another_zone_in_one_step() {
        var trade = given(established("b", BONDED_ZONE, "2010-01-01")).recorded(new TradeRecorded(entry("2012")));
        var moved = moving("b").applyTo(entry("2012"));
        assertThat(accepted(corrected(trade, moving("b"))))
                .containsExactly(new TradeWithdrawn(ENTRY, zone("a"), "of another zone"), new TradeRecorded(moved));
        trade.recorded(new TradeWithdrawn(ENTRY, zone("a"), "of another zone"), new TradeRecorded(moved));
        assertThat(trade.entry()).isInstanceOf(EntryState.Standing.class);
        assertThat(alreadyRecorded(
                        RecordTradeDecider.decide(trade.zones(), trade.entry(), new RecordTrade(entry("2012")))))
                .isEqualTo(id(1));
        assertThat(refused(corrected(trade, moving("c"))).code()).isEqualTo("zone-not-found");
    }

    @Test
    void refuses_a_period_in_which_the_zone_was_not_live() {
        var trade = zoneOf2010To2015().recorded(new TradeRecorded(entry("2012")));
        assertThat(refused(corrected(trade, command("2016", null, Set.of()))).code())
                .isEqualTo("zone-not-live");
        assertThat(accepted(corrected(trade, command("2015", null, Set.of())))).hasSize(1);
    }

    @Test
    void refuses_to_correct_an_unknown_entry() {
        assertThat(refused(corrected(zoneOf2010To2015(), command("2012", null, Set.of())))
                        .code())
                .isEqualTo("entry-not-found");
    }

    @Test
    void refuses_to_correct_a_withdrawn_entry() {
        var trade = zoneOf2010To2015()
                .recorded(new TradeRecorded(entry("2012")), new TradeWithdrawn(ENTRY, zone("a"), "declared twice"));
        assertThat(refused(corrected(trade, command("2013", null, Set.of()))).code())
                .isEqualTo("entry-withdrawn");
    }
}
