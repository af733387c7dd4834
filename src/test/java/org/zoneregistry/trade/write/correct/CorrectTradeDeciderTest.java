package org.zoneregistry.trade.write.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.trade.write.TradeScenario.ENTRY;
import static org.zoneregistry.trade.write.TradeScenario.accepted;
import static org.zoneregistry.trade.write.TradeScenario.entry;
import static org.zoneregistry.trade.write.TradeScenario.refused;
import static org.zoneregistry.trade.write.TradeScenario.zoneOf2010To2015;
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
import org.zoneregistry.trade.write.TradeScenario;

class CorrectTradeDeciderTest {

    private static CorrectTrade command(@Nullable String period, @Nullable String value, Set<OptionalMember> cleared) {
        return new CorrectTrade(
                ENTRY,
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
    void what_is_not_given_stays_as_it_is() {
        var trade = zoneOf2010To2015().recorded(new TradeRecorded(entry("2012", "84", "100.00")));
        assertThat(accepted(corrected(trade, command(null, "7.5", Set.of()))))
                .containsExactly(new TradeCorrected(entry("2012", "84", "7.50"), "misread"));
    }

    @Test
    void what_is_cleared_is_there_no_more() {
        var trade = zoneOf2010To2015().recorded(new TradeRecorded(entry("2012", "84", "100.00")));
        assertThat(accepted(corrected(trade, command(null, null, Set.of(OptionalMember.HS_CHAPTER)))))
                .containsExactly(new TradeCorrected(entry("2012", null, "100.00"), "misread"));
    }

    @Test
    void a_correction_goes_on_from_the_last_one() {
        var trade = zoneOf2010To2015()
                .recorded(new TradeRecorded(entry("2012")), new TradeCorrected(entry("2013"), "misread"));
        assertThat(accepted(corrected(trade, command(null, "7.50", Set.of()))))
                .containsExactly(new TradeCorrected(entry("2013", null, "7.50"), "misread"));
    }

    @Test
    void refuses_a_correction_that_changes_nothing() {
        var trade = zoneOf2010To2015().recorded(new TradeRecorded(entry("2012")));
        assertThat(refused(corrected(trade, command("2012", "100", Set.of(OptionalMember.PARTNER))))
                        .code())
                .isEqualTo("validation");
    }

    @Test
    void refuses_a_period_in_which_the_zone_was_not_live() {
        var trade = zoneOf2010To2015().recorded(new TradeRecorded(entry("2012")));
        assertThat(refused(corrected(trade, command("2016", null, Set.of()))).code())
                .isEqualTo("zone-not-live");
        assertThat(accepted(corrected(trade, command("2015", null, Set.of())))).hasSize(1);
    }

    @Test
    void refuses_to_correct_what_was_never_recorded() {
        assertThat(refused(corrected(zoneOf2010To2015(), command("2012", null, Set.of())))
                        .code())
                .isEqualTo("entry-not-found");
    }

    @Test
    void refuses_to_correct_what_was_withdrawn() {
        var trade = zoneOf2010To2015()
                .recorded(new TradeRecorded(entry("2012")), new TradeWithdrawn(ENTRY, zone("a"), "declared twice"));
        assertThat(refused(corrected(trade, command("2013", null, Set.of()))).code())
                .isEqualTo("entry-withdrawn");
    }
}
