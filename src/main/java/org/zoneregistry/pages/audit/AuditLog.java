package org.zoneregistry.pages.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * The content of the page of the log.
 *
 * @param after the position after which events are listed
 * @param age of the last checkpoint, in seconds
 */
public record AuditLog(
        long after,
        String zone,
        String type,
        List<Choice> types,
        List<Row> rows,
        String earlier,
        String later,
        List<Bar> bars,
        List<Checkpoint> checkpoints,
        long age,
        List<Job> jobs) {

    static final int PAGE = 50;

    private static final int WIDTH = 960;
    private static final int HEIGHT = 80;
    private static final int MOST_BARS = 96;
    private static final int MOST_CHECKPOINTS = 12;

    /** A type in the menu. */
    public record Choice(String value, String name, boolean isChosen) {}

    /** An event. */
    public record Row(long position, String href, String recorded, String type, String who, String about) {}

    /** The events that a checkpoint added, as a bar. */
    public record Bar(int x, int y, int width, int height, long events, long position, String when, String href) {}

    /** A signed state of the log. */
    public record Checkpoint(long size, String root, String when) {}

    /** A verification. */
    public record Job(String id, String state, String started, long checked, long head, long findings, String href) {}

    static AuditLog of(
            Visit visit,
            AuditAsked asked,
            long after,
            JsonNode events,
            JsonNode checkpoints,
            JsonNode jobs,
            Instant now) {
        List<JsonNode> signed = list(checkpoints);
        List<Row> rows = list(events).stream().map(event -> row(visit, event)).toList();
        long last = rows.isEmpty() ? after : rows.getLast().position();
        return new AuditLog(
                after,
                AuditAsked.text(asked.zone),
                AuditAsked.text(asked.type),
                Vocabulary.eventTypes().stream()
                        .map(type -> new Choice(type, Vocabulary.of(type, visit.language()), type.equals(asked.type)))
                        .toList(),
                rows,
                after == 0 ? "" : visit.here("after", Long.toString(Math.max(0, after - PAGE))),
                rows.size() < PAGE || last >= visit.position() ? "" : visit.here("after", Long.toString(last)),
                bars(visit, signed),
                signed.reversed().stream()
                        .limit(MOST_CHECKPOINTS)
                        .map(checkpoint -> new Checkpoint(
                                checkpoint.path("treeSize").asLong(),
                                checkpoint.path("rootHash").asText(),
                                moment(visit, checkpoint.path("issuedAt"))))
                        .toList(),
                signed.isEmpty()
                        ? 0
                        : Duration.between(
                                        Instant.parse(signed.getLast()
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
                        .toList());
    }

    private static List<JsonNode> list(JsonNode answer) {
        return StreamSupport.stream(answer.spliterator(), false).toList();
    }

    private static String moment(Visit visit, JsonNode instant) {
        return visit.moment(Instant.parse(instant.asText()));
    }

    private static Row row(Visit visit, JsonNode event) {
        long position = Long.parseLong(event.path("sequence").asText());
        JsonNode data = event.path("data");
        String about = List.of("zone", "entryId", "id", "subject", "fact").stream()
                .filter(data::has)
                .map(name -> data.path(name).asText())
                .limit(2)
                .collect(Collectors.joining(" · "));
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

    private static List<Bar> bars(Visit visit, List<JsonNode> signed) {
        List<JsonNode> shown = signed.subList(Math.max(0, signed.size() - MOST_BARS), signed.size());
        long before = shown.size() < signed.size()
                ? signed.get(signed.size() - shown.size() - 1).path("treeSize").asLong()
                : 0;
        var added = new ArrayList<Long>();
        for (JsonNode checkpoint : shown) {
            added.add(checkpoint.path("treeSize").asLong() - before);
            before = checkpoint.path("treeSize").asLong();
        }
        long most = added.stream().mapToLong(Long::longValue).max().orElse(1);
        int step = WIDTH / Math.max(12, shown.size());
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < shown.size(); i++) {
            int height = (int) Math.max(2, added.get(i) * HEIGHT / Math.max(1, most));
            long size = shown.get(i).path("treeSize").asLong();
            bars.add(new Bar(
                    i * step,
                    HEIGHT - height,
                    Math.max(1, step - 2),
                    height,
                    added.get(i),
                    size,
                    moment(visit, shown.get(i).path("issuedAt")),
                    visit.here("after", Long.toString(size - added.get(i)))));
        }
        return bars;
    }
}
