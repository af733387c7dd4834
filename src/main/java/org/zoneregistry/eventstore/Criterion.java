package org.zoneregistry.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * One alternative of a condition: an event matches that is of one of the types (of any, where there are none) and has
 * every one of the tags.
 *
 * @param types sorted
 * @param tags sorted, {@code key:value}
 */
record Criterion(List<String> types, List<String> tags) {

    /** Matches everything. */
    static final Criterion ANY = new Criterion(List.of(), List.of());

    private static final QualifiedName NO_TYPE = new QualifiedName("\u0000");

    Criterion {
        types = sorted(types);
        tags = sorted(tags);
    }

    private static List<String> sorted(List<String> texts) {
        return List.copyOf(texts.size() < 2 ? texts : new TreeSet<>(texts));
    }

    /** Tags tell criteria apart; types are many and mostly the same. */
    @Override
    public int hashCode() {
        return tags.isEmpty() ? types.hashCode() : tags.hashCode();
    }

    /** The alternatives of the criteria; none where nothing can match. */
    static List<Criterion> of(EventCriteria criteria) {
        // flatten() answers the empty set both for "any event" and for "no event"; matches() knows
        if (criteria.matches(NO_TYPE, Set.of())) {
            return List.of(ANY);
        }
        Set<EventCriterion> flat = criteria.flatten();
        List<Criterion> alternatives = new ArrayList<>(flat.size());
        for (EventCriterion criterion : flat) {
            // no streams: every command comes through here twice, and comes through cold code
            List<String> types = new ArrayList<>(criterion.types().size());
            for (QualifiedName type : criterion.types()) {
                types.add(Names.requireStorable(type.name(), "event type"));
            }
            List<String> tags = new ArrayList<>(criterion.tags().size());
            for (Tag tag : criterion.tags()) {
                tags.add(Names.requireStorable(EventCodec.tag(tag), "tag"));
            }
            alternatives.add(new Criterion(types, tags));
        }
        return alternatives;
    }

    /** Whether an event matches that has the one tag, of whatever type. */
    boolean isOneTag() {
        return types.isEmpty() && tags.size() == 1;
    }

    boolean isAny() {
        return types.isEmpty() && tags.isEmpty();
    }

    boolean matches(String type, Collection<String> tagsOfEvent) {
        return (types.isEmpty() || types.contains(type))
                && (tags.isEmpty() || new HashSet<>(tagsOfEvent).containsAll(tags));
    }

    boolean matches(EncodedEvent event) {
        return (types.isEmpty() || types.contains(event.type())) && event.tags().containsAll(tags);
    }
}
