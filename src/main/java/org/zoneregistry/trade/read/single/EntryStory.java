package org.zoneregistry.trade.read.single;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.trade.event.AggregateEvent;
import org.zoneregistry.trade.event.EnterpriseEvent;
import org.zoneregistry.trade.event.TradeCorrected;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeRecorded;
import org.zoneregistry.trade.event.TradeWithdrawn;
import org.zoneregistry.trade.event.json.TradeEventJson;
import org.zoneregistry.trade.read.Said;

/** Folds the events about an entry. */
final class EntryStory {

    private @Nullable TradeEntry entry;
    private @Nullable Said recorded;
    private @Nullable Said corrected;
    private @Nullable Said withdrawn;
    private int corrections;

    private EntryStory() {}

    /** The entry from its events in the order of the log; empty if there are none. */
    static Optional<EntryAnswer> of(List<StoredEvent> events) {
        var story = new EntryStory();
        events.forEach(story::add);
        return story.told();
    }

    private void add(StoredEvent stored) {
        switch (TradeEventJson.read(stored).orElse(null)) {
            case TradeRecorded(var as) -> {
                entry = as;
                if (recorded == null) {
                    recorded = Said.of(stored);
                } else { // it was moved from another zone; the withdrawal there has the reason
                    corrected = withdrawn;
                    withdrawn = null;
                    corrections++;
                }
            }
            case TradeCorrected(var as, var _) -> {
                entry = as;
                corrected = Said.of(stored);
                corrections++;
            }
            case TradeWithdrawn _ -> withdrawn = Said.of(stored);
            case AggregateEvent _, EnterpriseEvent _ -> {}
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

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
