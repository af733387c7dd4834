package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.ZoneFact;

/**
 * The events of a zone in recorded order, each as it was recorded.
 *
 * @param zone the code of the zone
 * @param names gives the name of any zone by its code
 */
record ZoneStory(Visit visit, String zone, UnaryOperator<String> names) {

    private static final String NONE = "–";

    private static final Map<String, String> UNITS =
            ZoneFact.valueKinds().stream().collect(Collectors.toUnmodifiableMap(FactValue::name, FactValue::unit));

    /**
     * A fact, or a correction of one.
     *
     * @param effective its day; for an amendment the day from then on
     * @param subject for a correction: the position of its fact, which is 0 for a fact
     * @param subjectType for a correction: the type of its fact
     * @param what its content in lines; for an amendment what it changed
     * @param since the later corrections of the fact
     * @param isElsewhere whether an amendment gave the fact to other zones
     * @param amend the form for an amendment; empty for a correction, and for a fact that was withdrawn
     */
    @TemplateData
    public record Event(
            long position,
            String href,
            String recorded,
            String effective,
            String type,
            long subject,
            String subjectType,
            List<String> what,
            List<Later> since,
            boolean isElsewhere,
            String who,
            String why,
            String source,
            String amend) {

        /** The event with who recorded it and why, in one line. */
        String line() {
            return type + ", " + who + (why.isEmpty() ? "" : ": " + why);
        }
    }

    /** A later correction of a fact. */
    @TemplateData
    public record Later(long position, boolean isWithdrawal) {}

    List<Event> events(JsonNode timeline) {
        var events = new ArrayList<Event>();
        timeline.path("facts").forEach(fact -> tell(fact, events));
        events.sort(Comparator.comparingLong(Event::position));
        return events;
    }

    /** When each event of a timeline was recorded, by its position. */
    static Map<Long, Instant> recordings(JsonNode timeline) {
        return StreamSupport.stream(timeline.path("facts").spliterator(), false)
                .flatMap(fact -> Stream.concat(
                        Stream.of(fact, fact.path("withdrawal")),
                        StreamSupport.stream(fact.path("amendments").spliterator(), false)))
                .filter(event -> !event.isMissingNode())
                .collect(Collectors.toMap(ZoneStory::position, ZoneStory::recordedAt, (one, same) -> one));
    }

    /** The codes of all zones in a timeline. */
    static List<String> zones(JsonNode timeline) {
        var codes = new LinkedHashSet<String>();
        timeline.path("facts").forEach(fact -> {
            codes.add(fact.path("zone").asText());
            contents(fact)
                    .forEach(content ->
                            content.path("values").path("absorbs").forEach(code -> codes.add(code.asText())));
        });
        return List.copyOf(codes);
    }

    /** The content of a fact as it was recorded, and after each amendment. */
    static List<JsonNode> contents(JsonNode fact) {
        var contents = new ArrayList<JsonNode>();
        fact.path("amendments").forEach(amendment -> contents.add(amendment.path("before")));
        contents.add(fact);
        return contents;
    }

    private void tell(JsonNode fact, List<Event> events) {
        List<JsonNode> contents = contents(fact);
        JsonNode amendments = fact.path("amendments");
        JsonNode withdrawal = fact.path("withdrawal");
        var since = new ArrayList<Later>();
        amendments.forEach(amendment -> since.add(new Later(position(amendment), false)));
        if (fact.has("withdrawal")) {
            since.add(new Later(position(withdrawal), true));
        }
        String type = Vocabulary.of(fact.path("type").asText(), visit.language());
        events.add(event(
                fact,
                days(contents.getFirst()),
                type,
                0,
                "",
                recorded(fact, contents.getFirst().path("values")),
                since,
                fact.path("standing").asText().equals("elsewhere"),
                fact.has("withdrawal")
                        ? ""
                        : visit.to("/work", "fact", fact.path("id").asText())));
        for (int i = 0; i < amendments.size(); i++) {
            events.add(correction(
                    "ZoneFactAmended",
                    amendments.path(i),
                    days(contents.get(i + 1)),
                    fact,
                    changes(contents.get(i), contents.get(i + 1))));
        }
        if (fact.has("withdrawal")) {
            events.add(correction("ZoneFactWithdrawn", withdrawal, NONE, fact, List.of()));
        }
    }

    private Event correction(String type, JsonNode event, String effective, JsonNode fact, List<String> what) {
        Language language = visit.language();
        return event(
                event,
                effective,
                Vocabulary.of(type, language),
                position(fact),
                Vocabulary.of(fact.path("type").asText(), language),
                what,
                List.of(),
                false,
                "");
    }

    private Event event(
            JsonNode event,
            String effective,
            String type,
            long subject,
            String subjectType,
            List<String> what,
            List<Later> since,
            boolean isElsewhere,
            String amend) {
        return new Event(
                position(event),
                visit.to("/audit/events/" + event.path("position").asText()),
                visit.moment(recordedAt(event)),
                effective,
                type,
                subject,
                subjectType,
                what,
                since,
                isElsewhere,
                event.path("actor").asText() + " (" + event.path("role").asText() + ")",
                event.path("reason").asText(),
                event.path("source").asText(),
                amend);
    }

    private static long position(JsonNode event) {
        return event.path("position").asLong();
    }

    private static Instant recordedAt(JsonNode event) {
        return Instant.parse(event.path("recordedAt").asText());
    }

    private String days(JsonNode content) {
        return visit.people().days(content.path("effectiveNotBefore"), content.path("effectiveOn"));
    }

    private List<String> recorded(JsonNode fact, JsonNode values) {
        Language language = visit.language();
        var lines = new ArrayList<String>();
        String subject = fact.path("zone").asText();
        if (!subject.equals(zone)) {
            lines.add(names.apply(subject));
        }
        words(values).forEach((member, text) -> {
            switch (member) {
                case "name.en", "name.zh" -> {
                    if (text.equals(ZoneName.of(values, language))) {
                        lines.add(text);
                    }
                }
                case "absorbs" -> lines.add(label(member) + language.pick(": ", "：") + text);
                default -> lines.add((text + " " + UNITS.getOrDefault(member, "")).strip());
            }
        });
        return lines;
    }

    private List<String> changes(JsonNode before, JsonNode after) {
        Map<String, String> old = words(before.path("values"));
        old.put("effective", days(before));
        Map<String, String> now = words(after.path("values"));
        now.put("effective", days(after));
        var members = new LinkedHashSet<>(old.keySet());
        members.addAll(now.keySet());
        return members.stream()
                .filter(member -> !old.getOrDefault(member, NONE).equals(now.getOrDefault(member, NONE)))
                .map(member -> label(member) + visit.language().pick(": ", "：") + old.getOrDefault(member, NONE) + " → "
                        + now.getOrDefault(member, NONE))
                .toList();
    }

    /** The values of a fact in words, by their members. */
    private Map<String, String> words(JsonNode values) {
        Language language = visit.language();
        var words = new LinkedHashMap<String, String>();
        values.properties().forEach(value -> {
            String member = value.getKey();
            JsonNode given = value.getValue();
            switch (member) {
                case "name" ->
                    given.properties()
                            .forEach(name -> words.put(
                                    "name." + name.getKey(), name.getValue().asText()));
                case "type", "kind" -> words.put(member, Vocabulary.of(given.asText(), language));
                case "province" -> words.put(member, Vocabulary.province(given.asText(), language));
                case "absorbs" ->
                    words.put(
                            member,
                            StreamSupport.stream(given.spliterator(), false)
                                    .map(code -> names.apply(code.asText()))
                                    .collect(Collectors.joining(language.pick(", ", "、"))));
                default -> words.put(member, given.asText());
            }
        });
        return words;
    }

    private String label(String member) {
        Language language = visit.language();
        return switch (member) {
            case "effective" -> language.pick("effective", "生效");
            case "absorbs" -> language.pick("absorbs", "整合");
            case "kind" -> language.pick("facility", "设施");
            case "reason" -> language.pick("reason", "原因");
            default -> Vocabulary.of(member, language);
        };
    }
}
