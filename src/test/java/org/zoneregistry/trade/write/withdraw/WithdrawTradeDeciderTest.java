package org.zoneregistry.trade.write.withdraw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.trade.write.TradeScenario.ENTRY;
import static org.zoneregistry.trade.write.TradeScenario.accepted;
import static org.zoneregistry.trade.write.TradeScenario.entry;
import static org.zoneregistry.trade.write.TradeScenario.given;
import static org.zoneregistry.trade.write.TradeScenario.refused;
import static org.zoneregistry.zone.write.ZoneScenario.zone;

import org.junit.jupiter.api.Test;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;

class WithdrawTradeDeciderTest {

    private static final WithdrawTrade COMMAND = new WithdrawTrade(ENTRY, "declared twice");

    @Test
    void a_withdrawal_does_not_depend_on_the_zone() {
        var trade = given().recorded(new TradeRecorded(entry("2012")));
        assertThat(accepted(WithdrawTradeDecider.decide(trade.entry(), COMMAND)))
                .containsExactly(new TradeWithdrawn(ENTRY, zone("a"), "declared twice"));
    }

    @Test
    void refuses_to_withdraw_twice() {
        var trade = given().recorded(
                        new TradeRecorded(entry("2012")), new TradeWithdrawn(ENTRY, zone("a"), "declared twice"));
        assertThat(refused(WithdrawTradeDecider.decide(trade.entry(), new WithdrawTrade(ENTRY, "misread")))
                        .code())
                .isEqualTo("entry-withdrawn");
        assertThat(WithdrawTradeDecider.decide(trade.entry(), COMMAND))
                .as("the same withdrawal")
                .isInstanceOf(Decision.AlreadyRecorded.class);
    }

    @Test
    void refuses_to_withdraw_an_unknown_entry() {
        assertThat(refused(WithdrawTradeDecider.decide(given().entry(), COMMAND))
                        .code())
                .isEqualTo("entry-not-found");
    }
}
