package org.zoneregistry.asof;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows as texts in columns: those of a row's record, and those that the whole has for {@link InEachRow}.
 *
 * @param columns present even without rows
 */
record Table(List<Column> columns, List<?> rows, ObjectNode shared, ObjectMapper json) {

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The table of rows of a type in a whole. */
    static Table of(List<?> rows, Class<?> type, Object whole, ObjectMapper json) {
        List<Column> shared = Column.inEachRow(whole.getClass());
        ObjectNode values = json.createObjectNode();
        if (!shared.isEmpty()) {
            JsonNode all = tree(whole, json);
            shared.forEach(column -> {
                String member = column.path().getFirst();
                values.set(member, all.path(member));
            });
        }
        return new Table(
                Stream.concat(Column.of(type).stream(), shared.stream()).toList(), rows, values, json);
    }

    /** The texts of each row, one for each column; empty for a value that is absent. */
    Stream<List<String>> texts() {
        return rows.stream().map(row -> {
            ObjectNode tree = tree(row, json);
            tree.setAll(shared);
            return columns.stream().map(column -> column.textIn(tree)).toList();
        });
    }

    /** Reads a record in its JSON form, with every decimal as it is written. */
    private static ObjectNode tree(Object of, ObjectMapper json) {
        ObjectReader exact = json.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
        try {
            return (ObjectNode) exact.readTree(json.writeValueAsBytes(of));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
