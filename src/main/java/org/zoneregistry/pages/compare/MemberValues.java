package org.zoneregistry.pages.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.People;
import org.zoneregistry.pages.Vocabulary;

/**
 * Values of a zone's members in words.
 *
 * @param zones the names of zones by their codes
 */
record MemberValues(People people, Map<String, String> zones) {

    private static final String NONE = "–";

    /** The value in words; a dash if there is none. */
    String of(String member, JsonNode value) {
        if (People.isAbsent(value) || (value.isArray() && value.isEmpty())) {
            return NONE;
        }
        Language language = people.language();
        return value.isArray()
                ? value.valueStream()
                        .map(part -> one(member, part.asText()))
                        .collect(Collectors.joining(language.pick(", ", "、")))
                : one(member, value.asText());
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
