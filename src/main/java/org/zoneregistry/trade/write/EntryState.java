package org.zoneregistry.trade.write;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
     * @param first how it was recorded first
     * @param last the last event about it, since which it reads as it does
     * @param entry how it reads
     */
    record Standing(RecordedEvent<TradeRecorded> first, RecordedEvent<EntryEvent> last, TradeEntry entry)
            implements EntryState {}

    /**
     * The entry was recorded once, and counts for nothing any more.
     *
     * @param first how it was recorded first
     */
    record Withdrawn(@Nullable RecordedEvent<TradeRecorded> first) implements EntryState {}

    /** With one event more about the entry, later in the log than all before. */
    default EntryState evolve(RecordedEvent<EntryEvent> recorded) {
        return switch (recorded.event()) {
            case TradeRecorded event -> {
                var first = first();
                yield new Standing(
                        first != null
                                ? first
                                : new RecordedEvent<>(recorded.id(), recorded.position(), recorded.recordedAt(), event),
                        recorded,
                        event.entry());
            }
            case TradeCorrected(var entry, var _) ->
                this instanceof Standing(var first, var _, var _) ? new Standing(first, recorded, entry) : this;
            case TradeWithdrawn _ -> new Withdrawn(first());
        };
    }

    /** How the entry reads; empty where there is none that counts. */
    default Optional<TradeEntry> now() {
        return this instanceof Standing(var _, var _, var entry) ? Optional.of(entry) : Optional.empty();
    }

    /** How the entry was recorded first; {@code null} if it never was. */
    private @Nullable RecordedEvent<TradeRecorded> first() {
        return switch (this) {
            case Unrecorded _ -> null;
            case Standing(var first, var _, var _) -> first;
            case Withdrawn(var first) -> first;
        };
    }
}
