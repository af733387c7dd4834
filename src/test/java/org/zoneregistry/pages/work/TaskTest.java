package org.zoneregistry.pages.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Path;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zoneregistry.access.Permission;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.Violation;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.Vocabulary;

/** The forms fit the requests that they send. */
class TaskTest {

    private static final Task CONVERT = Task.named("convert");

    static List<Task> tasks() {
        return Task.ALL;
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void has_fields_for_members_of_its_body(Task task) {
        Map<String, RecordComponent> members = Arrays.stream(
                        Sending.of(task).body().getRecordComponents())
                .collect(Collectors.toMap(TaskTest::name, component -> component));
        for (Field field : task.fields()) {
            if (!field.isInPath()) {
                assertThat(members.keySet()).as(task.id()).contains(field.name().split("[.]", 2)[0]);
            }
        }
        assertThat(task.path().chars().filter(c -> c == '{').count())
                .isEqualTo(task.fields().stream().filter(Field::isInPath).count());
        members.forEach((name, component) -> {
            if (isRequired(component)) {
                assertThat(task.fields())
                        .as(task.id() + " " + name)
                        .anyMatch(field -> field.required()
                                && field.name().split("[.]", 2)[0].equals(name));
            }
        });
    }

    @Test
    void every_command_has_a_form_with_its_path_and_its_permission() {
        Map<String, String> commands = new TreeMap<>();
        for (Permission permission : List.of(Permission.ZONE_FACTS, Permission.TRADE, Permission.PUBLISHING)) {
            permission.operations().forEach(command -> commands.put(command, permission.name()));
        }
        commands.remove("startImport"); // a file, not a form
        assertThat(Task.ALL.stream()
                        .collect(Collectors.toMap(
                                TaskTest::command, task -> task.permission().name())))
                .as("Task.ALL has a form for each command")
                .isEqualTo(commands);
        assertThat(Task.ALL)
                .allSatisfy(task -> assertThat(task.path())
                        .isEqualTo(Sending.of(task)
                                .resource()
                                .getAnnotation(Path.class)
                                .value()));
    }

    private static String command(Task task) {
        return Arrays.stream(Sending.of(task).resource().getDeclaredMethods())
                .map(method -> method.getAnnotation(Operation.class))
                .filter(Objects::nonNull)
                .map(Operation::operationId)
                .findAny()
                .orElseThrow();
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static boolean isRequired(RecordComponent component) {
        try {
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .isAnnotationPresent(NotNull.class);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void has_words_for_every_choice_in_both_languages(Task task) {
        for (Field field : task.fields()) {
            for (String value : field.choices()) {
                String member = field.name().replaceFirst("^:", "");
                String zh = Vocabulary.province(Vocabulary.of(member, value, Language.ZH), Language.ZH);
                assertThat(zh).as(task.id() + " " + value).matches(".*\\p{IsHan}.*");
                assertThat(Vocabulary.of(member, value, Language.EN)).doesNotContain("from the zones");
            }
        }
        assertThat(Vocabulary.of("subject", "zones", Language.ZH)).isEqualTo("全部特殊监管区域贸易");
        assertThat(Vocabulary.of("direction", "import", Language.ZH)).isEqualTo("进口");
    }

    @Test
    void a_changed_form_is_another_command_and_the_same_form_is_not() {
        byte[] content = {1, 2};
        assertThat(FormKey.of("a", content)).isEqualTo(FormKey.of("a", content.clone()));
        assertThat(FormKey.of("a", content)).isNotEqualTo(FormKey.of("a", new byte[] {1, 3}));
        assertThat(FormKey.of("a", content)).isNotEqualTo(FormKey.of("b", content));
    }

    private static Draft draft(Map<String, String> values) {
        return Draft.blank(values);
    }

    @Test
    void empty_fields_are_left_out_and_others_have_their_type() {
        var body = draft(Map.of(
                        ":code", "a-zone",
                        "effectiveOn", "2015-06",
                        "name.en", "New",
                        "areaKm2", "2.50",
                        "absorbs", "b-zone，c-zone, d-zone"))
                .body(CONVERT, new ObjectMapper());
        assertThat(body)
                .hasToString("{\"effectiveOn\":\"2015-06\",\"name\":{\"en\":\"New\"},\"areaKm2\":2.50,"
                        + "\"absorbs\":[\"b-zone\",\"c-zone\",\"d-zone\"]}");
        assertThat(draft(Map.of("areaKm2", "1e999999999")).body(CONVERT, new ObjectMapper()))
                .hasToString("{\"areaKm2\":\"1e999999999\"}");
        assertThat(draft(Map.of("values", "{\"a\":1} x")).body(Task.named("amend-fact"), new ObjectMapper()))
                .hasToString("{\"values\":\"{\\\"a\\\":1} x\"}");
    }

    @Test
    void a_violation_is_shown_at_its_field_or_else_above() {
        Draft refused = draft(Map.of())
                .refused(Problem.invalid(List.of(
                        new Violation("/effectiveOn", "one"),
                        new Violation("/absorbs/1", "two"),
                        new Violation("/name", "three"),
                        Violation.path("code", "four"),
                        new Violation("", "five"),
                        new Violation("/effectiveNotBefore", "six"))));
        assertThat(CONVERT.fields().stream()
                        .flatMap(field ->
                                refused.broken(CONVERT, field).stream().map(what -> field.name() + " " + what)))
                .containsExactlyInAnyOrder("effectiveOn one", "absorbs two", "name.en three", ":code four");
        assertThat(refused.elsewhere(CONVERT)).extracting(Violation::detail).containsExactly("five", "six");
        assertThat(refused.status()).isEqualTo(400);
    }
}
