package org.zoneregistry.feed;

import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;

/**
 * Selects events.
 *
 * @param zones codes of zones, one of which the event must touch; empty for all events
 * @param types their names in the log; empty for all
 */
record FeedFilter(Set<String> zones, Set<String> types) {

    /** The key of the tag that every event has for each zone that it touches. */
    static final String ZONE = "zone";

    FeedFilter {
        zones = Set.copyOf(zones);
        types = Set.copyOf(types);
    }

    private static String tag(String zone) {
        return ZONE + ":" + zone;
    }

    /** The first selected events after a position, up to another, in order. */
    CompletionStage<List<StoredEvent>> read(EventLog log, long after, long upTo, int limit) {
        if (zones.isEmpty()) {
            return log.readMatching(after, upTo, types, List.of(), limit);
        }
        var reads = new ArrayList<CompletableFuture<List<StoredEvent>>>();
        for (String zone : zones) {
            reads.add(log.readMatching(after, upTo, types, List.of(tag(zone)), limit)
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new)).thenApply(all -> {
            var merged = new TreeMap<Long, StoredEvent>();
            reads.forEach(read -> read.resultNow().forEach(event -> merged.put(event.position(), event)));
            return merged.values().stream().limit(limit).toList();
        });
    }

    /** The same, but only those that one of the actors has recorded. */
    CompletionStage<List<StoredEvent>> readRecordedBy(
            Set<String> actors, EventLog log, SqlClient connection, long after, long upTo, int limit) {
        return log.readRecordedBy(
                connection,
                actors,
                after,
                upTo,
                types,
                zones.stream().map(FeedFilter::tag).toList(),
                limit);
    }

    /** Whether an event with that type and those tags is selected. */
    boolean wants(String type, Collection<String> tagsOfEvent) {
        return (types.isEmpty() || types.contains(type))
                && (zones.isEmpty() || zones.stream().map(FeedFilter::tag).anyMatch(tagsOfEvent::contains));
    }
}
