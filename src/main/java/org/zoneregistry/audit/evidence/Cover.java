package org.zoneregistry.audit.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zoneregistry.http.Instants;
import org.zoneregistry.log.StoredEvent;

/**
 * The content of a bundle's cover page.
 *
 * @param zone the code
 * @param title the zone's name
 * @param validAt the day in the world
 * @param knownAt the prefix of the log
 * @param knownSince when the last event of the prefix was recorded
 * @param notice the notice about the data set; empty for the reference data set
 * @param answer the zone's members
 * @param events the events, in recorded order
 * @param checkpoint the signed note
 * @param treeSize how many events it covers
 * @param keys the keys of the bundle's signatures
 */
public record Cover(
        String zone,
        String title,
        String validAt,
        long knownAt,
        String knownSince,
        String notice,
        List<Member> answer,
        List<Event> events,
        String checkpoint,
        long treeSize,
        List<String> keys) {

    /** A member of a JSON object, as text. */
    public record Member(String name, String value) {

        static List<Member> of(JsonNode object) {
            var members = new ArrayList<Member>();
            object.properties().forEach(member -> add(members, member.getKey(), member.getValue()));
            return members;
        }

        private static void add(List<Member> members, String name, JsonNode value) {
            if (value.isObject()) {
                value.properties().forEach(inner -> add(members, name + "." + inner.getKey(), inner.getValue()));
            } else if (value.isArray()) {
                var parts = new ArrayList<String>();
                value.forEach(part -> parts.add(part.asText()));
                members.add(new Member(name, parts.isEmpty() ? "none" : String.join(", ", parts)));
            } else {
                members.add(new Member(name, value.asText()));
            }
        }
    }

    /** An event. */
    public record Event(
            long position,
            String recordedAt,
            String type,
            String effective,
            List<Member> values,
            String who,
            String why,
            String source) {

        /** Members that have their own columns, or are the same in all events. */
        private static final Set<String> LEFT_OUT =
                Set.of("zone", "effectiveOn", "effectiveNotBefore", "reason", "factVersion", "formerZones", "zones");

        static Event of(StoredEvent stored) {
            var metadata = stored.metadata();
            var data = stored.data();
            return new Event(
                    stored.position(),
                    Instants.micros(stored.recordedAt()).replace('T', ' '),
                    stored.type(),
                    effective(data.has("amended") ? data.path("amended") : data),
                    Member.of(data).stream()
                            .filter(member -> !LEFT_OUT.contains(member.name().replaceFirst("^amended\\.", "")))
                            .toList(),
                    who(metadata.getOrDefault("actor", "not said"), metadata.getOrDefault("role", "")),
                    metadata.getOrDefault("reason", data.path("reason").asText("")),
                    metadata.getOrDefault("source", ""));
        }

        private static String who(String actor, String role) {
            return role.isEmpty() ? actor : actor + ", " + role;
        }

        private static String effective(JsonNode data) {
            String on = data.path("effectiveOn").asText("");
            String notBefore = data.path("effectiveNotBefore").asText(on);
            return notBefore.equals(on) ? on : notBefore + " to " + on;
        }
    }

    @CheckedTemplate(basePath = "evidence")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance cover(Cover cover);
    }
}
