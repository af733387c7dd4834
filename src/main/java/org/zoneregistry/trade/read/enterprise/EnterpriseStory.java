package org.zoneregistry.trade.read.enterprise;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.trade.event.AggregateEvent;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.EnterpriseWithdrawn;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.json.TradeEventJson;
import org.zoneregistry.trade.read.Said;

/** Folds the events about an enterprise. */
final class EnterpriseStory {

    private @Nullable Enterprise enterprise;
    private @Nullable Said registered;
    private @Nullable Said corrected;
    private @Nullable Said withdrawn;
    private int corrections;

    private EnterpriseStory() {}

    /** The enterprise from its events in the order of the log; empty if there are none. */
    static Optional<EnterpriseAnswer> of(List<StoredEvent> events) {
        var story = new EnterpriseStory();
        events.forEach(story::add);
        return story.told();
    }

    private void add(StoredEvent stored) {
        switch (TradeEventJson.read(stored).orElse(null)) {
            case EnterpriseRegistered(var as) -> {
                enterprise = as;
                if (registered == null) {
                    registered = Said.of(stored);
                } else { // the withdrawal before has the reason
                    corrected = withdrawn;
                    withdrawn = null;
                    corrections++;
                }
            }
            case EnterpriseWithdrawn _ -> withdrawn = Said.of(stored);
            case AggregateEvent _, EntryEvent _ -> {}
            case null -> {}
        }
    }

    private Optional<EnterpriseAnswer> told() {
        if (enterprise == null || registered == null) {
            return Optional.empty();
        }
        return Optional.of(new EnterpriseAnswer(
                enterprise.id().value(),
                enterprise.name(),
                enterprise.zone().value(),
                enterprise.industry().value(),
                enterprise.leading(),
                enterprise.effectiveOn(),
                enterprise.effectiveNotBefore(),
                withdrawn == null ? EnterpriseAnswer.Standing.STANDS : EnterpriseAnswer.Standing.WITHDRAWN,
                corrections,
                registered,
                corrected,
                withdrawn));
    }
}
