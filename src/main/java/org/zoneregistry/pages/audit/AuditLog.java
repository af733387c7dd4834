package org.zoneregistry.pages.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * The content of the page of the log.
 *
 * @param after the position after which events are listed
 * @param upTo the last position of the list; empty if it is not limited
 * @param listed up to how many events checkpoints are listed; empty for the latest
 * @param bars when the events were recorded
 * @param checkpoints the latest first
 * @param earlierCheckpoints the address of the page with the checkpoints before these; empty if there are none
 * @param latestCheckpoints the address of the page with the latest checkpoints; empty if they are these
 * @param age of the last checkpoint, in seconds; −1 if it is not listed
 * @param states the names of the states of verifications
 */
@TemplateData
public record AuditLog(
        long after,
        String upTo,
        String zone,
        String type,
        String actor,
        String listed,
        List<Choice> types,
        List<Row> rows,
        String earlier,
        String later,
        List<Bar> bars,
        List<Checkpoint> checkpoints,
        String earlierCheckpoints,
        String latestCheckpoints,
        long age,
        List<Job> jobs,
        List<Map.Entry<String, String>> states) {

    static final int PAGE = 50;

    /** How many bars the histogram has. */
    static final int BARS = 80;

    /** How many checkpoints a page has. */
    static final int CHECKPOINTS = 48;

    private static final int WIDTH = 960;
    private static final int HEIGHT = 80;

    /** A type in the menu. */
    @TemplateData
    public record Choice(String value, String name, boolean isChosen) {}

    /**
     * An event.
     *
     * @param others the address of the list of what the same actor has recorded
     */
    @TemplateData
    public record Row(
            long position, String href, String recorded, String type, String who, String others, String about) {}

    /**
     * The events of a part of the log's time, as a bar.
     *
     * @param before the position before the first one
     * @param position of the last one
     * @param isChosen whether the list has some of these events
     */
    @TemplateData
    public record Bar(
            int x,
            int y,
            int width,
            int height,
            long events,
            long before,
            long position,
            String from,
            String until,
            String href,
            boolean isChosen) {}

    /**
     * A signed state of the log.
     *
     * @param href the address of the list of the events that it added
     */
    @TemplateData
    public record Checkpoint(long size, long events, String href, String root, String when) {}

    /** A verification. */
    @TemplateData
    public record Job(String id, String state, String started, long checked, long head, long findings, String href) {}

    static AuditLog of(
            Visit visit,
            AuditAsked asked,
            AuditAsked.Range range,
            JsonNode events,
            JsonNode histogram,
            JsonNode checkpoints,
            JsonNode jobs,
            Map<String, String> zones,
            Instant now) {
        List<JsonNode> found = list(checkpoints);
        List<Row> rows =
                list(events).stream().map(event -> row(visit, event, zones)).toList();
        long last = rows.isEmpty() ? range.after() : rows.getLast().position();
        String listed = AuditAsked.text(asked.checkpoints);
        return new AuditLog(
                range.after(),
                AuditAsked.text(asked.upTo),
                AuditAsked.text(asked.zone),
                AuditAsked.text(asked.type),
                AuditAsked.text(asked.actor),
                listed,
                Vocabulary.eventTypes().stream()
                        .map(type -> new Choice(type, Vocabulary.of(type, visit.language()), type.equals(asked.type)))
                        .toList(),
                rows,
                range.after() == 0 ? "" : visit.here("after", Long.toString(Math.max(0, range.after() - PAGE))),
                rows.size() < PAGE || last >= range.upTo() ? "" : visit.here("after", Long.toString(last)),
                bars(visit, range, histogram),
                checkpoints(visit, found),
                found.size() > CHECKPOINTS
                        ? visit.here(
                                        "checkpoints",
                                        found.get(CHECKPOINTS).path("treeSize").asText())
                                + "#checkpoints"
                        : "",
                listed.isEmpty() ? "" : visit.without("checkpoints") + "#checkpoints",
                found.isEmpty() || !listed.isEmpty()
                        ? -1
                        : Duration.between(
                                        Instant.parse(found.getFirst()
                                                .path("issuedAt")
                                                .asText()),
                                        now)
                                .toSeconds(),
                list(jobs).stream()
                        .map(job -> new Job(
                                job.path("id").asText(),
                                Vocabulary.of(job.path("state").asText(), visit.language()),
                                moment(visit, job.path("startedAt")),
                                job.path("eventsChecked").asLong(),
                                job.path("head").asLong(),
                                job.path("findingCount").asLong(),
                                "/v1/audit/verifications/" + job.path("id").asText()))
                        .toList(),
                Vocabulary.jobStates(visit.language()));
    }

    /** @param found the latest first, with one more than is shown, if there is one */
    private static List<Checkpoint> checkpoints(Visit visit, List<JsonNode> found) {
        var shown = new ArrayList<Checkpoint>();
        for (int i = 0; i < Math.min(CHECKPOINTS, found.size()); i++) {
            JsonNode checkpoint = found.get(i);
            long size = checkpoint.path("treeSize").asLong();
            long before =
                    i + 1 < found.size() ? found.get(i + 1).path("treeSize").asLong() : 0;
            long added = Math.max(0, size - before); // after a loss, later checkpoints are of smaller trees
            shown.add(new Checkpoint(
                    size,
                    added,
                    events(visit, size - added, size),
                    checkpoint.path("rootHash").asText(),
                    moment(visit, checkpoint.path("issuedAt"))));
        }
        return shown;
    }

    /** The address of the list of the events after a position and up to another. */
    private static String events(Visit visit, long after, long upTo) {
        return visit.changed("after", Long.toString(after), "upTo", Long.toString(upTo)) + "#log";
    }

    private static List<JsonNode> list(JsonNode answer) {
        return StreamSupport.stream(answer.spliterator(), false).toList();
    }

    private static String moment(Visit visit, JsonNode instant) {
        return visit.moment(Instant.parse(instant.asText()));
    }

    private static Row row(Visit visit, JsonNode event, Map<String, String> zones) {
        long position = Long.parseLong(event.path("sequence").asText());
        String about = new About(zones, visit.language()).of(event.path("data"));
        return new Row(
                position,
                visit.to("/audit/events/" + position),
                moment(visit, event.path("time")),
                Vocabulary.of(
                        event.path("type").asText().replaceFirst("^org\\.zoneregistry\\.(.*)\\.v[0-9]+$", "$1"),
                        visit.language()),
                event.path("actor").asText(),
                visit.changed("actor", event.path("actor").asText(), "after", "0") + "#log",
                about.isEmpty() ? event.path("subject").asText() : about);
    }

    private static List<Bar> bars(Visit visit, AuditAsked.Range range, JsonNode histogram) {
        List<JsonNode> parts = list(histogram);
        long most = parts.stream()
                .mapToLong(part -> part.path("events").asLong())
                .max()
                .orElse(1);
        int step = WIDTH / Math.max(1, parts.size());
        var bars = new ArrayList<Bar>();
        for (JsonNode part : parts) {
            long events = part.path("events").asLong();
            long after = part.path("after").asLong();
            long upTo = part.path("upTo").asLong();
            int height = events == 0 ? 0 : (int) Math.max(2, events * HEIGHT / most);
            bars.add(new Bar(
                    bars.size() * step,
                    HEIGHT - height,
                    Math.max(1, step - 2),
                    height,
                    events,
                    after,
                    upTo,
                    moment(visit, part.path("from")),
                    moment(visit, part.path("until")),
                    events(visit, after, upTo),
                    upTo > range.after() && after < range.upTo()));
        }
        return bars;
    }
}
