package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/** What distinguishes a zone's state from the one before it, in few words. */
record StateChanges(Visit visit, JsonNode states, JsonNode timeline) {

    /** The members of a state beside its type and its status. */
    private static final List<String> MEMBERS =
            List.of("name", "province", "areaKm2", "facilities", "predecessors", "successor");

    /**
     * The type and the status if they are new. Otherwise what else is new, or else the facts of the state's first day.
     */
    String label(JsonNode state) {
        Language language = visit.language();
        JsonNode before = before(state);
        String whole = Vocabulary.of(state.path("type").asText(), language)
                + language.pick(", ", "，")
                + Vocabulary.of(state.path("status").asText(), language);
        if (!before.path("type").equals(state.path("type"))
                || !before.path("status").equals(state.path("status"))) {
            return whole;
        }
        String changed = MEMBERS.stream()
                .filter(member -> !before.path(member).equals(state.path(member)))
                .map(member -> change(member, before, state))
                .collect(Collectors.joining(language.pick(", ", "，")));
        if (!changed.isEmpty()) {
            return changed;
        }
        String facts = facts(state.path("validFrom").asText());
        return facts.isEmpty() ? whole : facts;
    }

    /** The state on the day before, in the same knowledge; missing if there is none. */
    private JsonNode before(JsonNode state) {
        return StreamSupport.stream(states.spliterator(), false)
                .filter(other -> other.path("validTo").equals(state.path("validFrom")))
                .filter(other -> isKnown(other, state) || isKnown(state, other))
                .reduce((first, last) -> last)
                .orElse(MissingNode.getInstance());
    }

    /** Whether a state was known when another became known. */
    private static boolean isKnown(JsonNode state, JsonNode other) {
        long position = other.path("knownFrom").asLong();
        return state.path("knownFrom").asLong() <= position
                && position < state.path("knownTo").asLong(Long.MAX_VALUE);
    }

    private String change(String member, JsonNode before, JsonNode state) {
        Language language = visit.language();
        JsonNode value = state.path(member);
        String label = Vocabulary.of(member, language);
        return switch (member) {
            case "name" -> ZoneName.of(state, language);
            case "province" -> label + " " + Vocabulary.province(value.asText(), language);
            case "areaKm2" -> label + " " + before.path(member).asText("–") + " → " + value.asText("–");
            default -> label;
        };
    }

    private String facts(String day) {
        return StreamSupport.stream(timeline.path("facts").spliterator(), false)
                .filter(fact -> ZoneStory.contents(fact).stream()
                        .anyMatch(
                                content -> content.path("effectiveOn").asText().equals(day)))
                .map(fact -> Vocabulary.of(fact.path("type").asText(), visit.language()))
                .distinct()
                .collect(Collectors.joining(visit.language().pick(", ", "，")));
    }
}
