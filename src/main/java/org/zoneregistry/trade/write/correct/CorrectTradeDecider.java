package org.zoneregistry.trade.write.correct;

import java.util.List;
import java.util.Optional;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;
import org.zoneregistry.trade.write.EntryRejections;
import org.zoneregistry.trade.write.EntryState;
import org.zoneregistry.trade.write.LiveZoneRule;
import org.zoneregistry.zone.timeline.Timelines;

/**
 * Decides on {@link CorrectTrade}: the entry must count. If its zone or period changes, the new zone must be live on
 * some day of the period. If the entry has this content already, it was corrected before.
 */
public final class CorrectTradeDecider {

    private CorrectTradeDecider() {}

    /**
     * Accepts the correction, or finds that the entry has this content already, or gives the reason for a refusal.
     *
     * @param zones all lifecycle events of the new zone; none if neither zone nor period changes
     * @param state the state of the entry
     */
    public static Decision<TradeEvent> decide(Timelines zones, EntryState state, CorrectTrade command) {
        return switch (state) {
            case EntryState.Unrecorded _ -> Decision.reject(EntryRejections.notFound(command.entryId()));
            case EntryState.Withdrawn _ -> Decision.reject(EntryRejections.withdrawn(command.entryId()));
            case EntryState.Standing(var _, var last, var now) -> decide(zones, last, now, command);
        };
    }

    private static Decision<TradeEvent> decide(
            Timelines zones, RecordedEvent<EntryEvent> last, TradeEntry now, CorrectTrade command) {
        TradeEntry corrected = command.applyTo(now);
        if (corrected.equals(now)) {
            return Decision.alreadyRecorded(last);
        }
        Optional<Rejection> refusal = now.isWhereAndWhen(corrected)
                ? Optional.empty()
                : LiveZoneRule.refusal(zones, corrected.zone(), corrected.period());
        return refusal.map(Decision::<TradeEvent>reject)
                .orElseGet(() -> corrected.zone().equals(now.zone())
                        ? Decision.accept(new TradeCorrected(corrected, command.reason()))
                        : Decision.acceptAll(List.of(
                                new TradeWithdrawn(now.id(), now.zone(), command.reason()),
                                new TradeRecorded(corrected))));
    }
}
