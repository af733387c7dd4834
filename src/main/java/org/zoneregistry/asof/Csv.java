package org.zoneregistry.asof;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zoneregistry.money.Amount;
import org.zoneregistry.money.Money;

/**
 * Rows as CSV (RFC 4180): UTF-8, CRLF, a header line. The values are those of the JSON form. A nested record's members
 * become columns with a dot ({@code name.en}), a list of single values is joined with semicolons, null is the empty
 * field.
 *
 * <p>Values are written as they are. A spreadsheet may read a text that begins with {@code =}, {@code +}, {@code -} or
 * {@code @} as a formula. The registry does not change its data to prevent that, because a reader could not tell the
 * change from the data. Import such columns as text.
 */
final class Csv {

    static final String MEDIA_TYPE = "text/csv";

    private Csv() {}

    /** The document. The columns are the record's components, so they are present even without rows. */
    static byte[] of(List<?> rows, Class<?> type, ObjectMapper json) {
        var columns = new ArrayList<List<String>>();
        addColumns(type, List.of(), columns);
        var text = new ByteArrayOutputStream();
        var exact = json.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns.stream().map(path -> String.join(".", path)).toList());
            for (var row : rows) {
                var tree = exact.readTree(json.writeValueAsBytes(row));
                csv.writeRecord(columns.stream().map(path -> field(tree, path)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }

    private static void addColumns(Class<?> type, List<String> parent, List<List<String>> columns) {
        for (var component : type.getRecordComponents()) {
            var path = new ArrayList<>(parent);
            var named = component.getAccessor().getAnnotation(JsonProperty.class);
            path.add(named == null ? component.getName() : named.value());
            if (component.getType().isRecord() && !isSingleValue(component.getType())) {
                addColumns(component.getType(), path, columns);
            } else {
                columns.add(path);
            }
        }
    }

    private static boolean isSingleValue(Class<?> type) {
        return type == Money.class
                || type == Amount.class
                || Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getAccessor)
                        .anyMatch(accessor -> accessor.isAnnotationPresent(JsonValue.class));
    }

    private static String field(JsonNode row, List<String> path) {
        var value = row;
        for (var name : path) {
            value = value.path(name);
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(Csv::text)
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
