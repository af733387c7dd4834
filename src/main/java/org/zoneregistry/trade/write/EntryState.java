package org.zoneregistry.trade.write;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.RecordedEvent;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;

/** The state of a trade entry. */
public sealed interface EntryState {

    /** No entry with that id was ever recorded. */
    record Unrecorded() implements EntryState {}

    /**
     * The entry counts.
     *
     * @param first the event that recorded it first
     * @param last the last event about it, which gave it its current content
     * @param entry its current content
     */
    record Standing(RecordedEvent<TradeRecorded> first, RecordedEvent<EntryEvent> last, TradeEntry entry)
            implements EntryState {}

    /**
     * The entry was withdrawn and no longer counts.
     *
     * @param first the event that recorded it first
     * @param last the event that withdrew it
     */
    record Withdrawn(@Nullable RecordedEvent<TradeRecorded> first, RecordedEvent<TradeWithdrawn> last)
            implements EntryState {}

    /** Adds one event about the entry, later in the log than all before. */
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
            case TradeWithdrawn event ->
                new Withdrawn(
                        first(), new RecordedEvent<>(recorded.id(), recorded.position(), recorded.recordedAt(), event));
        };
    }

    /** The current content of the entry; empty if it is not recorded, or withdrawn. */
    default Optional<TradeEntry> now() {
        return this instanceof Standing(var _, var _, var entry) ? Optional.of(entry) : Optional.empty();
    }

    /** The event that recorded the entry first; {@code null} if there is none. */
    private @Nullable RecordedEvent<TradeRecorded> first() {
        return switch (this) {
            case Unrecorded _ -> null;
            case Standing(var first, var _, var _) -> first;
            case Withdrawn(var first, var _) -> first;
        };
    }
}
