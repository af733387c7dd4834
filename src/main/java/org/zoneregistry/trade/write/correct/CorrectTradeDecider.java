package org.zoneregistry.trade.write.correct;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.write.EntryRejections;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.trade.write.LiveZone;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * Decides on {@link CorrectTrade}: the entry stands, reads otherwise afterwards, and its zone is live at some day of the
 * period that it then has.
 */
public final class CorrectTradeDecider {

    private CorrectTradeDecider() {}

    /**
     * Accepts the correction, or says what stands against it.
     *
     * @param zones all lifecycle events of the entry's zone; of none, where there is no such entry
     * @param state what has become of the entry
     */
    public static Decision<TradeEvent> decide(Timelines zones, EntryState state, CorrectTrade command) {
        return switch (state) {
            case EntryState.Unrecorded _ -> Decision.reject(EntryRejections.notFound(command.entryId()));
            case EntryState.Withdrawn _ -> Decision.reject(EntryRejections.withdrawn(command.entryId()));
            case EntryState.Standing(var _, var now) -> decide(zones, now, command);
        };
    }

    private static Decision<TradeEvent> decide(Timelines zones, TradeEntry now, CorrectTrade command) {
        TradeEntry corrected = command.applyTo(now);
        if (corrected.equals(now)) {
            return Decision.reject(Rejection.of(
                            "validation",
                            "Trade entry " + now.id() + " reads so already. Give the members that are to change.")
                    .about("entryId", now.id()));
        }
        return LiveZone.refusal(zones, corrected.zone(), corrected.period())
                .map(Decision::<TradeEvent>reject)
                .orElseGet(() -> Decision.accept(new TradeCorrected(corrected, command.reason())));
    }
}
