package org.zoneregistry.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.zone.read.ZoneMember;
import org.zoneregistry.zone.timeline.ZoneState;

/**
 * Values of a zone's members in words.
 *
 * @param zones the names of zones by their codes
 */
public record MemberValues(People people, Map<String, String> zones) {

    private static final String NONE = "–";

    /** The value in an answer in words; a dash if there is none. */
    public String of(String member, JsonNode value) {
        return value.isArray()
                ? words(member, value.valueStream().map(JsonNode::asText).toList())
                : words(member, People.isAbsent(value) ? List.of() : List.of(value.asText()));
    }

    /** The value in a state in words; a dash if there is none. */
    public String of(ZoneMember member, @Nullable ZoneState state) {
        Object value = state == null ? null : member.stored().apply(state);
        return switch (value) {
            case null -> NONE;
            case List<?> parts ->
                words(member.name(), parts.stream().map(String::valueOf).toList());
            default -> words(member.name(), List.of(value.toString()));
        };
    }

    private String words(String member, List<String> texts) {
        return texts.isEmpty()
                ? NONE
                : texts.stream()
                        .map(text -> one(member, text))
                        .collect(Collectors.joining(people.language().pick(", ", "、")));
    }

    private String one(String member, String text) {
        Language language = people.language();
        return switch (member) {
            case "code", "name.en", "name.zh", "customsDistrict" -> text;
            case "predecessors", "successor" -> zones.getOrDefault(text, text);
            case "areaKm2" -> People.grouped(new BigDecimal(text));
            case "province" -> Vocabulary.province(text, language);
            case "establishedOn", "establishedNotBefore", "effectiveOn", "effectiveNotBefore" ->
                people.day(LocalDate.parse(text));
            default -> Vocabulary.of(text, language);
        };
    }
}
