package org.zoneregistry.pages.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.FormFields;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.Violation;

/**
 * The form of a task, as somebody has filled it, and what became of it.
 *
 * @param values by the name of the field
 * @param key of the form: a form that is sent again unchanged is carried out once
 * @param answer to the command or its dry run; null if there is none
 * @param changes what a command would change in the timelines of zones, after a dry run
 * @param problem why the command is refused; null if it is not
 */
record Draft(
        Map<String, String> values,
        String key,
        @Nullable JsonNode answer,
        List<TimelineChange> changes,
        @Nullable Problem problem) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}([.][0-9]{1,20})?");
    private static final Pattern BETWEEN = Pattern.compile("[,，、\\s]+");

    /** A new form. */
    static Draft blank(Map<String, String> values) {
        return new Draft(values, UUID.randomUUID().toString(), null, List.of(), null);
    }

    /** A form that was sent. */
    static Draft sent(Task task, FormFields fields, String key) {
        var values = new HashMap<String, String>();
        task.fields().forEach(field -> values.put(field.name(), fields.of(field.name())));
        return new Draft(values, key, null, List.of(), null);
    }

    /** The form after a dry run. */
    Draft tried(JsonNode told, List<TimelineChange> would) {
        return new Draft(values, key, told, would, null);
    }

    /** A blank form after the command was recorded. It is for the same zone. */
    Draft recorded(JsonNode told) {
        String zone = values.getOrDefault(Field.ZONE, "");
        return new Draft(
                zone.isEmpty() ? Map.of() : Map.of(Field.ZONE, zone),
                UUID.randomUUID().toString(),
                told,
                List.of(),
                null);
    }

    /** The form to be corrected. It has a new key, so that it is decided anew even if nothing is changed. */
    Draft refused(Problem why) {
        return new Draft(values, UUID.randomUUID().toString(), null, List.of(), why);
    }

    /** What a form of another task is filled with: the parameters of {@code GET /work}, and their values. */
    List<Map.Entry<String, String>> kept() {
        return Field.BY_PARAMETER.entrySet().stream()
                .map(kept -> Map.entry(kept.getKey(), values.getOrDefault(kept.getValue(), "")))
                .filter(kept -> !kept.getValue().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    /** The status of the page. */
    int status() {
        return problem == null ? 200 : problem.type().status();
    }

    String value(Field field) {
        return values.getOrDefault(field.name(), "");
    }

    /** The variable parts of the path, in their order. */
    List<String> parts(Task task) {
        return task.fields().stream().filter(Field::isInPath).map(this::value).toList();
    }

    /** The parts of the path that are missing. */
    List<Violation> missing(Task task) {
        return task.fields().stream()
                .filter(field -> field.isInPath() && value(field).isEmpty())
                .map(field -> Violation.path(field.name().substring(1), "is required"))
                .toList();
    }

    /** The body of the request. Empty fields are left out. */
    ObjectNode body(Task task, ObjectMapper json) {
        ObjectNode body = json.createObjectNode();
        for (Field field : task.fields()) {
            String text = value(field);
            if (!field.isInPath() && (!text.isEmpty() || field.isFlag())) {
                String[] path = field.name().split("[.]", 2);
                ObjectNode holder = path.length == 1 ? body : body.withObject("/" + path[0]);
                holder.set(path[path.length - 1], value(field, text, json));
            }
        }
        return body;
    }

    private static JsonNode value(Field field, String text, ObjectMapper json) {
        return switch (field.kind()) {
            case "flag" -> json.getNodeFactory().booleanNode(text.equals("true"));
            case "number" ->
                NUMBER.matcher(text).matches()
                        ? json.getNodeFactory().numberNode(new BigDecimal(text))
                        : TextNode.valueOf(text);
            case "list" -> {
                ArrayNode list = json.createArrayNode();
                BETWEEN.splitAsStream(text).filter(part -> !part.isEmpty()).forEach(list::add);
                yield list;
            }
            case "json" -> parsed(text, json);
            default -> TextNode.valueOf(text);
        };
    }

    /** A value that is no JSON stays a text, and the command refuses it. */
    private static JsonNode parsed(String text, ObjectMapper json) {
        try {
            return json.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(text);
        } catch (JsonProcessingException noJson) {
            return TextNode.valueOf(text);
        }
    }

    /** What is wrong with a field. Each violation belongs to one field, or to none. */
    List<String> broken(Task task, Field field) {
        return broken().stream()
                .filter(violation -> field.equals(place(task, violation.pointer())))
                .map(Violation::detail)
                .toList();
    }

    /** The violations that belong to no field. */
    List<Violation> elsewhere(Task task) {
        return broken().stream()
                .filter(violation -> place(task, violation.pointer()) == null)
                .toList();
    }

    private List<Violation> broken() {
        return problem == null ? List.of() : problem.violations();
    }

    /** The field of a pointer: its own, or that of the value around it, or the first one within it. */
    private static @Nullable Field place(Task task, String pointer) {
        String name = pointer.startsWith("{")
                ? ":" + pointer.substring(1, pointer.length() - 1)
                : pointer.startsWith("/") ? pointer.substring(1).replace('/', '.') : pointer;
        var candidates = new ArrayList<Field>();
        for (Field field : task.fields()) {
            if (name.equals(field.name()) || name.startsWith(field.name() + ".")) {
                return field;
            }
            if (field.name().startsWith(name + ".")) {
                candidates.add(field);
            }
        }
        return candidates.isEmpty() ? null : candidates.getFirst();
    }
}
