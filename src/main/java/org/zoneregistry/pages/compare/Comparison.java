package org.zoneregistry.pages.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.MemberValues;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * The differences between two points in time.
 *
 * @param asked the parameters of the form
 * @param name of the zone, if the form has one; otherwise empty
 * @param fromDay the day of the other point
 * @param fromPosition its prefix
 * @param hasMore whether there are more differences than shown
 */
@TemplateData
public record Comparison(
        CompareAsked asked,
        String name,
        String fromDay,
        long fromPosition,
        String toDay,
        long toPosition,
        boolean hasMore,
        List<Differing> zones) {

    static final int MOST = 200;

    /** A zone that differs. */
    @TemplateData
    public record Differing(
            String code, String name, String href, String change, List<Member> members, List<Cause> events) {}

    /** A member that differs. */
    @TemplateData
    public record Member(String name, String before, String after) {}

    /** An event that caused the difference. */
    @TemplateData
    public record Cause(
            long position, String href, String type, String recorded, String who, String why, String because) {}

    /** @param names those of zones by their codes, at the page's own point */
    static Comparison of(Visit visit, CompareAsked asked, Map<String, String> names, JsonNode answer) {
        var zones = new ArrayList<Differing>();
        if (answer.has("zones")) {
            answer.path("zones").forEach(zone -> zones.add(differing(visit, names, zone)));
        } else if (!"none".equals(answer.path("change").asText())) {
            zones.add(differing(visit, names, answer));
        }
        JsonNode from = answer.path("from");
        JsonNode to = answer.path("to");
        return new Comparison(
                asked,
                asked.isOfZone() ? name(visit.language(), names, answer) : "",
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

    /** The name at the page's point. A zone that is only at the other point has its name among what differs. */
    private static String name(Language language, Map<String, String> names, JsonNode zone) {
        String code = zone.path("zone").asText();
        String listed = names.get(code);
        if (listed != null) {
            return listed;
        }
        String name = code;
        for (JsonNode member : zone.path("members")) {
            String called = member.path("member").asText();
            if (member.has("from") && (called.equals("name.en") || called.equals("name." + language.tag()))) {
                name = member.path("from").asText();
            }
        }
        return name;
    }

    private static Differing differing(Visit visit, Map<String, String> names, JsonNode zone) {
        Language language = visit.language();
        var values = new MemberValues(visit.people(), names);
        var members = new ArrayList<Member>();
        for (JsonNode member : zone.path("members")) {
            String name = member.path("member").asText();
            String before = values.of(name, member.path("from"));
            String after = values.of(name, member.path("to"));
            if (!before.equals(after)) { // an added zone has members without a value, too
                members.add(new Member(Vocabulary.of(name, language), before, after));
            }
        }
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
                name(language, names, zone),
                visit.to("/zones/" + zone.path("zone").asText()),
                zone.path("change").asText(),
                members,
                events);
    }
}
