package org.zoneregistry.pages.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * The differences between two points in time.
 *
 * @param asked the parameters of the form
 * @param fromDay the day of the other point
 * @param fromPosition its prefix
 * @param hasMore whether there are more differences than shown
 */
@TemplateData
public record Comparison(
        CompareAsked asked,
        String fromDay,
        long fromPosition,
        String toDay,
        long toPosition,
        boolean hasMore,
        List<Differing> zones) {

    static final int MOST = 200;

    /** A zone that differs. */
    @TemplateData
    public record Differing(String code, String href, String change, List<Member> members, List<Cause> events) {}

    /** A member that differs. */
    @TemplateData
    public record Member(String name, String before, String after) {}

    /** An event that caused the difference. */
    @TemplateData
    public record Cause(
            long position, String href, String type, String recorded, String who, String why, String because) {}

    static Comparison of(Visit visit, CompareAsked asked, JsonNode answer) {
        var zones = new ArrayList<Differing>();
        if (answer.has("zones")) {
            answer.path("zones").forEach(zone -> zones.add(differing(visit, zone)));
        } else if (!"none".equals(answer.path("change").asText())) {
            zones.add(differing(visit, answer));
        }
        JsonNode from = answer.path("from");
        JsonNode to = answer.path("to");
        return new Comparison(
                asked,
                day(visit, from),
                from.path("position").asLong(),
                day(visit, to),
                to.path("position").asLong(),
                zones.size() >= MOST,
                zones);
    }

    private static String day(Visit visit, JsonNode point) {
        return visit.people().day(LocalDate.parse(point.path("validAt").asText()));
    }

    private static Differing differing(Visit visit, JsonNode zone) {
        Language language = visit.language();
        var members = new ArrayList<Member>();
        zone.path("members")
                .forEach(member -> members.add(new Member(
                        Vocabulary.of(member.path("member").asText(), language),
                        value(member.path("from"), language),
                        value(member.path("to"), language))));
        var events = new ArrayList<Cause>();
        zone.path("events")
                .forEach(event -> events.add(new Cause(
                        event.path("position").asLong(),
                        visit.to("/audit/events/" + event.path("position").asText()),
                        Vocabulary.of(event.path("type").asText(), language),
                        visit.moment(Instant.parse(event.path("recordedAt").asText())),
                        event.path("actor").asText(),
                        event.path("reason").asText(),
                        event.path("because").asText())));
        return new Differing(
                zone.path("zone").asText(),
                visit.to("/zones/" + zone.path("zone").asText()),
                zone.path("change").asText(),
                members,
                events);
    }

    private static String value(JsonNode value, Language language) {
        if (value.isArray()) {
            var parts = new ArrayList<String>();
            value.forEach(part -> parts.add(Vocabulary.of(part.asText(), language)));
            return String.join(", ", parts);
        }
        return value.isMissingNode() || value.isNull()
                ? "–"
                : Vocabulary.province(Vocabulary.of(value.asText(), language), language);
    }
}
