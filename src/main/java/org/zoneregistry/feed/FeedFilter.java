package org.zoneregistry.feed;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody wants.
 *
 * @param zone the code of a zone that they touch; null for events about anything
 * @param types their names in the log; empty for all
 */
record FeedFilter(@Nullable String zone, Set<String> types) {

    /** The key of the tag that every event has for each zone that it touches. */
    static final String ZONE = "zone";

    FeedFilter {
        types = Set.copyOf(types);
    }

    /** The tags that they all carry. */
    List<String> tags() {
        return zone == null ? List.of() : List.of(ZONE + ":" + zone);
    }

    /** Whether an event of that type with those tags is wanted. */
    boolean wants(String type, Collection<String> tagsOfEvent) {
        return (types.isEmpty() || types.contains(type)) && tagsOfEvent.containsAll(tags());
    }
}
