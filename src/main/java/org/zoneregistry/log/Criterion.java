package org.zoneregistry.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.core.QualifiedName;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.EventCriterion;
import org.axonframework.messaging.eventstreaming.Tag;

/**
 * One alternative of a condition. An event matches if it has one of the types (any type, if there are none) and every
 * one of the tags.
 *
 * @param types sorted
 * @param tags sorted, {@code key:value}
 */
record Criterion(List<String> types, List<String> tags) {

    /** Matches everything. */
    static final Criterion ANY = new Criterion(List.of(), List.of());

    private static final QualifiedName NO_TYPE = new QualifiedName("\u0000");

    /** A cache: a program uses few sets of types, and uses each many times. */
    private static final Map<Set<QualifiedName>, List<String>> NAMES = new ConcurrentHashMap<>();

    private static final int NAMES_KEPT = 1_000;

    Criterion {
        types = sorted(types);
        tags = sorted(tags);
    }

    private static List<String> sorted(List<String> texts) {
        for (int i = 1; i < texts.size(); i++) {
            if (texts.get(i - 1).compareTo(texts.get(i)) >= 0) {
                return List.copyOf(new TreeSet<>(texts));
            }
        }
        return List.copyOf(texts);
    }

    /** Uses the tags only: they differ between criteria, and the types are mostly the same. */
    @Override
    public int hashCode() {
        return tags.isEmpty() ? types.hashCode() : tags.hashCode();
    }

    /** The alternatives of the criteria; none if nothing can match. */
    static List<Criterion> of(EventCriteria criteria) {
        // flatten() returns the empty set both for "any event" and for "no event"; matches() tells them apart
        if (criteria.matches(NO_TYPE, Set.of())) {
            return List.of(ANY);
        }
        Set<EventCriterion> flat = criteria.flatten();
        List<Criterion> alternatives = new ArrayList<>(flat.size());
        for (EventCriterion criterion : flat) {
            // a loop instead of a stream: every command runs this twice
            List<String> tags = new ArrayList<>(criterion.tags().size());
            for (Tag tag : criterion.tags()) {
                tags.add(Names.requireStorable(EventCodec.tag(tag), "tag"));
            }
            alternatives.add(new Criterion(names(criterion.types()), tags));
        }
        return alternatives;
    }

    private static List<String> names(Set<QualifiedName> types) {
        List<String> known = NAMES.get(types);
        if (known != null) {
            return known;
        }
        List<String> names = new ArrayList<>(types.size());
        for (QualifiedName type : types) {
            names.add(Names.requireStorable(type.name(), "event type"));
        }
        names = sorted(names);
        if (NAMES.size() < NAMES_KEPT) {
            NAMES.put(Set.copyOf(types), names);
        }
        return names;
    }

    /** Whether any event with the one tag matches, whatever its type. */
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
