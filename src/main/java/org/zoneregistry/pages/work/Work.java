package org.zoneregistry.pages.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * The content of the page for commands: what the visitor may do and see.
 *
 * @param tasks the commands that are offered; empty if the visitor may send none
 * @param isImporting whether the visitor may send files
 * @param imports null if the visitor may not see them
 * @param readModels null if the visitor may not see them
 */
public record Work(
        List<Choice> tasks,
        String title,
        String rule,
        String path,
        List<Input> inputs,
        boolean isImporting,
        @Nullable List<Import> imports,
        @Nullable List<ReadModel> readModels) {

    /** An answer to be shown, or one that the visitor may not see. */
    record Seen(@Nullable JsonNode imports, @Nullable JsonNode projections, boolean isImporting) {}

    /** A command or a value to choose. */
    public record Choice(String value, String name, boolean isChosen) {}

    /** A field with its value. */
    public record Input(String name, String kind, boolean required, String label, String value, List<Choice> choices) {}

    /** An import. */
    public record Import(
            String started, String state, long read, long recorded, long there, long refused, String href) {}

    /** A read model. */
    public record ReadModel(String name, long position, long head, long lag, String condition) {}

    static Work of(Visit visit, List<Task> offered, @Nullable Task chosen, @Nullable String zone, Seen seen) {
        Language language = visit.language();
        return new Work(
                offered.stream()
                        .map(task -> new Choice(task.id(), language.pick(task.en(), task.zh()), task.equals(chosen)))
                        .toList(),
                chosen == null ? "" : language.pick(chosen.en(), chosen.zh()),
                chosen == null ? "" : language.pick(chosen.rule(), chosen.ruleZh()),
                chosen == null ? "" : chosen.path(),
                chosen == null
                        ? List.of()
                        : chosen.fields().stream()
                                .map(field -> input(visit, field, zone))
                                .toList(),
                seen.isImporting(),
                all(seen.imports(), job -> job(visit, job)),
                all(seen.projections(), projection -> readModel(language, projection)));
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
