package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.ZoneFact;

/** The events of a zone, with who recorded them and why. */
public final class ZoneStory {

    private static final Map<String, String> UNITS =
            ZoneFact.valueKinds().stream().collect(Collectors.toUnmodifiableMap(FactValue::name, FactValue::unit));

    private ZoneStory() {}

    /**
     * A fact, or a correction of one.
     *
     * @param what its content, in lines
     * @param standing whether it was amended or withdrawn later
     */
    @TemplateData
    public record Event(
            long position,
            String href,
            String recorded,
            String effective,
            String type,
            List<String> what,
            String standing,
            String who,
            String why,
            String source,
            List<String> since) {}

    static List<Event> of(Visit visit, JsonNode timeline) {
        var events = new ArrayList<Event>();
        timeline.path("facts").forEach(fact -> events.add(event(visit, fact)));
        return events;
    }

    private static Event event(Visit visit, JsonNode fact) {
        Language language = visit.language();
        var since = new ArrayList<String>();
        fact.path("amendments").forEach(amendment -> since.add(later(visit, "ZoneFactAmended", amendment)));
        if (fact.has("withdrawal")) {
            since.add(later(visit, "ZoneFactWithdrawn", fact.path("withdrawal")));
        }
        return new Event(
                fact.path("position").asLong(),
                visit.to("/audit/events/" + fact.path("position").asText()),
                visit.moment(Instant.parse(fact.path("recordedAt").asText())),
                visit.people().days(fact.path("effectiveNotBefore"), fact.path("effectiveOn")),
                Vocabulary.of(fact.path("type").asText(), language),
                values(fact.path("values"), language),
                fact.path("standing").asText(),
                who(fact),
                fact.path("reason").asText(),
                fact.path("source").asText(),
                since);
    }

    private static String later(Visit visit, String type, JsonNode event) {
        String why = event.path("reason").asText();
        return Vocabulary.of(type, visit.language()) + ", "
                + event.path("position").asText() + ", "
                + visit.moment(Instant.parse(event.path("recordedAt").asText())) + ", " + who(event)
                + (why.isEmpty() ? "" : ": " + why);
    }

    private static String who(JsonNode event) {
        return event.path("actor").asText() + " (" + event.path("role").asText() + ")";
    }

    private static List<String> values(JsonNode values, Language language) {
        var lines = new ArrayList<String>();
        values.properties().forEach(value -> {
            JsonNode given = value.getValue();
            switch (value.getKey()) {
                case "name" -> lines.add(ZoneName.of(values, language));
                case "type", "kind" -> lines.add(Vocabulary.of(given.asText(), language));
                case "province" -> lines.add(Vocabulary.province(given.asText(), language));
                case "absorbs" -> given.forEach(code -> lines.add("+ " + code.asText()));
                default -> lines.add((given.asText() + " " + UNITS.getOrDefault(value.getKey(), "")).strip());
            }
        });
        return lines;
    }
}
