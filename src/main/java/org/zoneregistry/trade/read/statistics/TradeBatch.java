package org.zoneregistry.trade.read.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.AggregateWithdrawn;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EnterpriseRegistered;
import org.zoneregistry.trade.event.EnterpriseWithdrawn;
import org.zoneregistry.trade.event.EntryEvent;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.event.TradeEvent;
import org.zoneregistry.trade.fold.TradeFold;

/** The changes of a batch of trade events, collected so that they can be written at once. */
final class TradeBatch {

    private final Versions<EntryId, TradeEntry> entries = new Versions<>();
    private final Versions<PublishedAggregate.Key, Published> published = new Versions<>();
    private final Versions<EnterpriseId, Enterprise> enterprises = new Versions<>();

    /** A published figure, and who recorded it when. */
    record Published(
            PublishedAggregate aggregate,
            Instant recordedAt,
            @Nullable String actor) {

        static Published of(PublishedAggregate aggregate, StoredEvent stored) {
            return new Published(
                    aggregate, stored.recordedAt(), stored.metadata().get("actor"));
        }
    }

    void add(StoredEvent stored, TradeEvent event) {
        long position = stored.position();
        switch (event) {
            case EntryEvent entry -> add(entry, position);
            case AggregatePublished(var aggregate) ->
                published.begin(aggregate.key(), Published.of(aggregate, stored), position);
            case AggregateWithdrawn(var key, var _) -> published.end(key, position);
            case EnterpriseRegistered(var enterprise) -> enterprises.begin(enterprise.id(), enterprise, position);
            case EnterpriseWithdrawn(var enterprise, var _, var _) -> enterprises.end(enterprise, position);
        }
    }

    private void add(EntryEvent event, long position) {
        TradeEntry content = TradeFold.contentAfter(event);
        if (content == null) {
            entries.end(event.entryId(), position);
        } else {
            entries.begin(event.entryId(), content, position);
        }
    }

    Versions<EntryId, TradeEntry> entries() {
        return entries;
    }

    Versions<PublishedAggregate.Key, Published> published() {
        return published;
    }

    Versions<EnterpriseId, Enterprise> enterprises() {
        return enterprises;
    }
}
