package org.zoneregistry.trade.write;

import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;

/** What has become of a trade entry. */
public sealed interface EntryState {

    /** No entry of that id was ever recorded. */
    record Unrecorded() implements EntryState {}

    /**
     * The entry counts.
     *
     * @param first how it was recorded
     * @param now how it reads since it was last corrected
     */
    record Standing(RecordedEvent<TradeRecorded> first, TradeEntry now) implements EntryState {}

    /** The entry was recorded once, and counts for nothing any more. */
    record Withdrawn() implements EntryState {}

    /** With one event more about the entry, later in the log than all before. */
    default EntryState evolve(RecordedEvent<EntryEvent> recorded) {
        return switch (recorded.event()) {
            case TradeRecorded event ->
                new Standing(
                        new RecordedEvent<>(recorded.id(), recorded.position(), recorded.recordedAt(), event),
                        event.entry());
            case TradeCorrected(var entry, var _) ->
                this instanceof Standing(var first, var _) ? new Standing(first, entry) : this;
            case TradeWithdrawn _ -> new Withdrawn();
        };
    }
}
