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
 * @param bars the events of the listed checkpoints, the oldest first
 * @param checkpoints the same as a table, the latest first
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

    /** How many checkpoints a page has. */
    static final int CHECKPOINTS = 48;

    private static final int WIDTH = 960;
    private static final int HEIGHT = 80;

    /** A type in the menu. */
    @TemplateData
    public record Choice(String value, String name, boolean isChosen) {}

    /** An event. */
    @TemplateData
    public record Row(long position, String href, String recorded, String type, String who, String about) {}

    /**
     * The events that a checkpoint added, as a bar.
     *
     * @param before the position before the first one
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
            String when,
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
            JsonNode checkpoints,
            JsonNode jobs,
            Map<String, String> zones,
            Instant now) {
        List<JsonNode> found = list(checkpoints);
        List<Bar> bars = bars(visit, range, found);
        List<Row> rows =
                list(events).stream().map(event -> row(visit, event, zones)).toList();
        long last = rows.isEmpty() ? range.after() : rows.getLast().position();
        String listed = AuditAsked.text(asked.checkpoints);
        return new AuditLog(
                range.after(),
                AuditAsked.text(asked.upTo),
                AuditAsked.text(asked.zone),
                AuditAsked.text(asked.type),
                listed,
                Vocabulary.eventTypes().stream()
                        .map(type -> new Choice(type, Vocabulary.of(type, visit.language()), type.equals(asked.type)))
                        .toList(),
                rows,
                range.after() == 0 ? "" : visit.here("after", Long.toString(Math.max(0, range.after() - PAGE))),
                rows.size() < PAGE || last >= range.upTo() ? "" : visit.here("after", Long.toString(last)),
                bars,
                checkpoints(found, bars),
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

    private static List<Checkpoint> checkpoints(List<JsonNode> found, List<Bar> bars) {
        var shown = new ArrayList<Checkpoint>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(bars.size() - 1 - i);
            shown.add(new Checkpoint(
                    bar.position(),
                    bar.events(),
                    bar.href(),
                    found.get(i).path("rootHash").asText(),
                    bar.when()));
        }
        return shown;
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
                about.isEmpty() ? event.path("subject").asText() : about);
    }

    /** @param found the latest first, with one more than is shown, if there is one */
    private static List<Bar> bars(Visit visit, AuditAsked.Range range, List<JsonNode> found) {
        List<JsonNode> signed = found.reversed();
        long before = 0;
        if (signed.size() > CHECKPOINTS) {
            before = signed.getFirst().path("treeSize").asLong();
            signed = signed.subList(1, signed.size());
        }
        var added = new ArrayList<Long>();
        for (JsonNode checkpoint : signed) {
            // after a loss, later checkpoints are of smaller trees
            added.add(Math.max(0, checkpoint.path("treeSize").asLong() - before));
            before = checkpoint.path("treeSize").asLong();
        }
        long most = added.stream().mapToLong(Long::longValue).max().orElse(1);
        int step = WIDTH / Math.max(12, signed.size());
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < signed.size(); i++) {
            int height = (int) Math.max(2, added.get(i) * HEIGHT / Math.max(1, most));
            long size = signed.get(i).path("treeSize").asLong();
            long first = size - added.get(i);
            bars.add(new Bar(
                    i * step,
                    HEIGHT - height,
                    Math.max(1, step - 2),
                    height,
                    added.get(i),
                    first,
                    size,
                    moment(visit, signed.get(i).path("issuedAt")),
                    visit.changed("after", Long.toString(first), "upTo", Long.toString(size)) + "#log",
                    size > range.after() && first < range.upTo()));
        }
        return bars;
    }
}
