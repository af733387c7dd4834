package org.zoneregistry.pages.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/** The content of the page for commands. */
public record Work(
        List<Choice> tasks,
        String title,
        String rule,
        String path,
        List<Input> inputs,
        List<Import> imports,
        List<ReadModel> readModels) {

    /** A command or a value to choose. */
    public record Choice(String value, String name, boolean isChosen) {}

    /** A field with its value. */
    public record Input(String name, String kind, boolean required, String label, String value, List<Choice> choices) {}

    /** An import. */
    public record Import(
            String started, String state, long read, long recorded, long there, long refused, String href) {}

    /** A read model. */
    public record ReadModel(String name, long position, long head, long lag, String condition) {}

    static Work of(Visit visit, Task chosen, @Nullable String zone, JsonNode imports, JsonNode projections) {
        Language language = visit.language();
        return new Work(
                Task.ALL.stream()
                        .map(task -> new Choice(task.id(), language.pick(task.en(), task.zh()), task.equals(chosen)))
                        .toList(),
                language.pick(chosen.en(), chosen.zh()),
                language.pick(chosen.rule(), chosen.ruleZh()),
                chosen.path(),
                chosen.fields().stream().map(field -> input(visit, field, zone)).toList(),
                StreamSupport.stream(imports.spliterator(), false)
                        .map(job -> new Import(
                                visit.moment(Instant.parse(job.path("startedAt").asText())),
                                Vocabulary.of(job.path("state").asText(), language),
                                job.path("linesRead").asLong(),
                                job.path("recorded").asLong(),
                                job.path("alreadyThere").asLong(),
                                job.path("refused").asLong(),
                                "/v1/imports/" + job.path("id").asText()))
                        .toList(),
                StreamSupport.stream(projections.spliterator(), false)
                        .map(projection -> new ReadModel(
                                projection.path("name").asText(),
                                projection.path("position").asLong(),
                                projection.path("head").asLong(),
                                projection.path("lag").asLong(),
                                Vocabulary.of(projection.path("condition").asText(), language)))
                        .toList());
    }

    private static Input input(Visit visit, Field field, @Nullable String zone) {
        Language language = visit.language();
        return new Input(
                field.name(),
                field.kind(),
                field.required(),
                language.pick(field.en(), field.zh()),
                ":code".equals(field.name()) && zone != null ? zone : "",
                field.choices().stream()
                        .map(value ->
                                new Choice(value, Vocabulary.province(Vocabulary.of(value, language), language), false))
                        .toList());
    }
}
