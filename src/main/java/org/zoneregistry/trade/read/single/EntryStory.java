package org.zoneregistry.trade.read.single;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.eventstore.StoredEvent;
import org.zoneregistry.platform.command.Attribution;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;
import org.zoneregistry.trade.event.json.TradeEventJson;

/** What the events about an entry come to. */
final class EntryStory {

    private @Nullable TradeEntry entry;
    private EntryAnswer.@Nullable Said recorded;
    private EntryAnswer.@Nullable Said corrected;
    private EntryAnswer.@Nullable Said withdrawn;
    private int corrections;

    private EntryStory() {}

    /** The entry that the events, in the order of the log, tell of; empty if they tell of none. */
    static Optional<EntryAnswer> of(List<StoredEvent> events) {
        var story = new EntryStory();
        events.forEach(story::add);
        return story.told();
    }

    private void add(StoredEvent stored) {
        switch (TradeEventJson.read(stored).orElse(null)) {
            case TradeRecorded(var as) -> {
                entry = as;
                recorded = said(stored);
            }
            case TradeCorrected(var as, var _) -> {
                entry = as;
                corrected = said(stored);
                corrections++;
            }
            case TradeWithdrawn _ -> withdrawn = said(stored);
            case AggregatePublished _, EnterpriseRegistered _ -> {}
            case null -> {}
        }
    }

    private Optional<EntryAnswer> told() {
        if (entry == null || recorded == null) {
            return Optional.empty();
        }
        return Optional.of(new EntryAnswer(
                entry.id().value(),
                entry.zone().value(),
                entry.period().toString(),
                entry.direction(),
                entry.businessForm(),
                text(entry.hsChapter()),
                text(entry.enterprise()),
                text(entry.partner()),
                entry.value(),
                withdrawn == null ? EntryAnswer.Standing.STANDS : EntryAnswer.Standing.WITHDRAWN,
                recorded.recordedAt(),
                recorded.actor(),
                corrections,
                recorded,
                corrected,
                withdrawn));
    }

    private static EntryAnswer.Said said(StoredEvent stored) {
        var by = Attribution.of(stored);
        return new EntryAnswer.Said(
                stored.position(),
                stored.recordedAt(),
                by.actor(),
                by.role(),
                by.reason(),
                by.source(),
                by.correlationId(),
                by.traceId());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
