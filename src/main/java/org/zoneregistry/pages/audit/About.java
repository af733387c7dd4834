package org.zoneregistry.pages.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.Vocabulary;

/**
 * Says in words what an event is about.
 *
 * @param zones the names of zones by their codes
 */
record About(Map<String, String> zones, Language language) {

    /** From the event's own data: its zones and what it says of them; empty if the data name nothing. */
    String of(JsonNode data) {
        return Stream.of(
                        zones(data),
                        word(data, "factType"),
                        word(data, "kind"),
                        data.path("entryId").asText(null),
                        data.path("name").isTextual()
                                ? data.path("name").asText()
                                : data.path("id").asText(null),
                        word(data, "subject"),
                        word(data, "territory"),
                        word(data, "businessForm"),
                        data.path("period").asText(null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private @Nullable String zones(JsonNode data) {
        JsonNode one = data.path("zone").isMissingNode() ? data.at("/amended/zone") : data.path("zone");
        List<String> codes = one.isTextual() ? List.of(one.asText()) : texts(data.path("zones"));
        return codes.isEmpty()
                ? null
                : codes.stream()
                        .map(code -> zones.getOrDefault(code, code))
                        .collect(Collectors.joining(language.pick(", ", "、")));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private @Nullable String word(JsonNode data, String member) {
        String value = data.path(member).asText(null);
        return value == null ? null : Vocabulary.province(Vocabulary.of(member, value, language), language);
    }
}
