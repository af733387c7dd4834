package org.zoneregistry.asof;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zoneregistry.money.Amount;
import org.zoneregistry.money.Money;

/**
 * A column of rows. The values are those of the JSON form. A nested record's members become columns with a dot
 * ({@code name.en}), and a list of single values is one value, joined with semicolons.
 *
 * @param path the members that lead to the value
 * @param type the Java type of the value
 */
record Column(List<String> path, Class<?> type) {

    Column {
        path = List.copyOf(path);
    }

    /** The columns of a record, in the order of its components. They are present even without rows. */
    static List<Column> of(Class<?> rowType) {
        var columns = new ArrayList<Column>();
        add(rowType, List.of(), columns);
        return columns;
    }

    /** The columns of the components of a record that are {@link InEachRow}. */
    static List<Column> inEachRow(Class<?> whole) {
        var columns = new ArrayList<Column>();
        if (whole.isRecord()) {
            Arrays.stream(whole.getRecordComponents())
                    .filter(component -> component.getAccessor().isAnnotationPresent(InEachRow.class))
                    .forEach(component -> add(component, List.of(), columns));
        }
        return columns;
    }

    private static void add(Class<?> type, List<String> parent, List<Column> columns) {
        for (var component : type.getRecordComponents()) {
            add(component, parent, columns);
        }
    }

    private static void add(RecordComponent component, List<String> parent, List<Column> columns) {
        var path = new ArrayList<>(parent);
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        path.add(named == null ? component.getName() : named.value());
        if (component.getType().isRecord() && !isSingleValue(component.getType())) {
            add(component.getType(), path, columns);
        } else {
            columns.add(new Column(path, component.getType()));
        }
    }

    private static boolean isSingleValue(Class<?> type) {
        return type == Money.class
                || type == Amount.class
                || Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getAccessor)
                        .anyMatch(accessor -> accessor.isAnnotationPresent(JsonValue.class));
    }

    String name() {
        return String.join(".", path);
    }

    /** The value in a row, as text; empty if it has none. */
    String textIn(JsonNode row) {
        var value = row;
        for (var name : path) {
            value = value.path(name);
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(Column::text)
                        .collect(Collectors.joining(";"))
                : text(value);
    }

    private static String text(JsonNode value) {
        if (value.isBigDecimal()) {
            return value.decimalValue().toPlainString();
        }
        return value.isNull() || value.isMissingNode() ? "" : value.isValueNode() ? value.asText() : value.toString();
    }
}
