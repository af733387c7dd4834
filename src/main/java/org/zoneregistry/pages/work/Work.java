package org.zoneregistry.pages.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * The content of the page for commands: what the visitor may do and see.
 *
 * @param tasks the commands that are offered; empty if the visitor may send none
 * @param kept what the form of another task is filled with
 * @param form of the chosen command; null if the visitor may send none
 * @param fileAction the address that takes files; empty if the visitor may not send files
 * @param file what became of a file that was sent; null if none was
 * @param imports null if the visitor may not see them
 * @param readModels null if the visitor may not see them
 * @param jobs what is running; null if the visitor may not see it
 * @param states the names of the states of jobs
 */
@TemplateData
public record Work(
        List<Choice> tasks,
        List<Map.Entry<String, String>> kept,
        @Nullable Form form,
        String fileAction,
        @Nullable SentFile file,
        @Nullable List<Import> imports,
        @Nullable List<ReadModel> readModels,
        @Nullable List<Running> jobs,
        List<Map.Entry<String, String>> states) {

    /** The answers to be shown; null for those that the visitor may not see. */
    record Seen(
            @Nullable JsonNode imports,
            @Nullable JsonNode projections,
            @Nullable JsonNode jobs,
            boolean isImporting) {}

    /** A command or a value to choose. */
    @TemplateData
    public record Choice(String value, String name, boolean isChosen) {}

    /**
     * The form of a command.
     *
     * @param path of the request to the API
     * @param action the address that takes the form
     * @param key the idempotency key
     * @param told what became of it; null if it was not sent
     */
    @TemplateData
    public record Form(
            String title,
            String rule,
            String path,
            String action,
            String key,
            List<Input> inputs,
            @Nullable Told told) {}

    /**
     * A field with its value.
     *
     * @param broken what is wrong with it
     */
    @TemplateData
    public record Input(
            String name,
            String kind,
            boolean required,
            String label,
            String value,
            List<Choice> choices,
            List<String> broken) {}

    /**
     * What became of a command.
     *
     * @param kind would, recorded, already, or refused
     * @param position of the last event; 0 if none is recorded
     * @param changes what would change in the timelines of zones; empty if it was no dry run, or is not about zones
     * @param problem the refusal; null if it is not refused
     * @param elsewhere violations that belong to no field
     */
    @TemplateData
    public record Told(
            String kind,
            long position,
            List<Event> events,
            List<TimelineChange> changes,
            @Nullable Problem problem,
            List<Violation> elsewhere) {}

    /**
     * An event that is or would be recorded.
     *
     * @param href of its page; empty if it is not recorded
     * @param data its content; empty if it is recorded
     */
    @TemplateData
    public record Event(String type, String href, String data) {}

    /** What became of a file: an import with its refused lines, or a refusal. */
    @TemplateData
    public record SentFile(
            @Nullable Import job,
            List<Line> lines,
            String refusedFile,
            @Nullable Problem problem) {}

    /** A line that was refused. */
    @TemplateData
    public record Line(long number, String why) {}

    /** An import. */
    @TemplateData
    public record Import(
            String started, String state, long read, long recorded, long there, long refused, String href) {}

    /** A read model. */
    @TemplateData
    public record ReadModel(String name, long position, long head, long lag, String condition) {}

    /**
     * A job that is running or waits for a node.
     *
     * @param left how many seconds are left; empty if that is unknown
     */
    @TemplateData
    public record Running(
            String id, String kind, String subject, String state, long done, long total, String left, String href) {}

    static Work of(
            Visit visit,
            List<Task> offered,
            @Nullable Task chosen,
            Draft draft,
            SentFileResource.@Nullable Sent sent,
            Seen seen) {
        Language language = visit.language();
        return new Work(
                offered.stream()
                        .map(task -> new Choice(task.id(), language.pick(task.en(), task.zh()), task.equals(chosen)))
                        .toList(),
                draft.kept(),
                chosen == null ? null : form(visit, chosen, draft),
                seen.isImporting()
                        ? visit.to("/work/imports", "key", UUID.randomUUID().toString())
                        : "",
                sent == null ? null : sentFile(visit, sent),
                all(seen.imports(), job -> job(visit, job)),
                all(seen.projections(), projection -> readModel(language, projection)),
                all(seen.jobs(), job -> running(language, job)),
                Vocabulary.jobStates(language));
    }

    private static Form form(Visit visit, Task task, Draft draft) {
        Language language = visit.language();
        return new Form(
                language.pick(task.en(), task.zh()),
                language.pick(task.rule(), task.ruleZh()),
                task.path(),
                visit.to("/work", "task", task.id()) + "#task",
                draft.key(),
                task.fields().stream()
                        .map(field -> input(language, task, field, draft))
                        .toList(),
                told(visit, task, draft));
    }

    private static @Nullable Told told(Visit visit, Task task, Draft draft) {
        if (draft.problem() != null) {
            return new Told("refused", 0, List.of(), List.of(), draft.problem(), draft.elsewhere(task));
        }
        JsonNode answer = draft.answer();
        if (answer == null) {
            return null;
        }
        var events = new ArrayList<Event>();
        for (JsonNode event : answer.path("events")) {
            events.add(new Event(
                    Vocabulary.of(event.path("type").asText(), visit.language()),
                    event.has("position")
                            ? visit.to("/audit/events/" + event.path("position").asText())
                            : "",
                    event.has("data") ? event.path("data").toString() : ""));
        }
        boolean isTried = answer.path("dryRun").asBoolean();
        return new Told(
                !isTried ? "recorded" : events.isEmpty() ? "already" : "would",
                isTried ? 0 : answer.path("position").asLong(),
                events,
                draft.changes(),
                null,
                List.of());
    }

    private static Input input(Language language, Task task, Field field, Draft draft) {
        String given = draft.value(field);
        return new Input(
                field.name(),
                field.kind(),
                field.required(),
                language.pick(field.en(), field.zh()),
                given,
                field.choices().stream()
                        .map(value -> new Choice(
                                value,
                                Vocabulary.province(
                                        Vocabulary.of(field.name().replaceFirst("^:", ""), value, language), language),
                                value.equals(given)))
                        .toList(),
                draft.broken(task, field));
    }

    private static SentFile sentFile(Visit visit, SentFileResource.Sent sent) {
        JsonNode job = sent.job();
        if (job == null) {
            return new SentFile(null, List.of(), "", sent.problem());
        }
        List<Line> lines = StreamSupport.stream(job.path("refusedLines").spliterator(), false)
                .map(line ->
                        new Line(line.path("line").asLong(), line.path("detail").asText()))
                .toList();
        Import shown = job(visit, job);
        return new SentFile(shown, lines, shown.href() + "/refused", null);
    }

    private static <T> @Nullable List<T> all(@Nullable JsonNode answer, Function<JsonNode, T> shown) {
        return answer == null
                ? null
                : StreamSupport.stream(answer.spliterator(), false).map(shown).toList();
    }

    private static Import job(Visit visit, JsonNode job) {
        return new Import(
                visit.moment(Instant.parse(job.path("startedAt").asText())),
                Vocabulary.of(job.path("state").asText(), visit.language()),
                job.path("linesRead").asLong(),
                job.path("recorded").asLong(),
                job.path("alreadyThere").asLong(),
                job.path("refused").asLong(),
                "/v1/imports/" + job.path("id").asText());
    }

    private static ReadModel readModel(Language language, JsonNode projection) {
        return new ReadModel(
                projection.path("name").asText(),
                projection.path("position").asLong(),
                projection.path("head").asLong(),
                projection.path("lag").asLong(),
                Vocabulary.of(projection.path("condition").asText(), language));
    }

    private static Running running(Language language, JsonNode job) {
        return new Running(
                job.path("id").asText(),
                Vocabulary.of(job.path("kind").asText(), language),
                job.path("subject").asText(),
                Vocabulary.of(job.path("state").asText(), language),
                job.path("done").asLong(),
                job.path("total").asLong(job.path("done").asLong()),
                job.path("secondsLeft").asText(),
                job.path("address").asText("/v1/jobs/" + job.path("id").asText()));
    }
}
