package org.zoneregistry.imports.body;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.platform.http.body.Violations;
import org.zoneregistry.platform.http.problem.Violation;

/**
 * A CSV file (RFC 4180) in UTF-8 with a header line.
 *
 * <p>The reader underneath takes a quotation that is never closed for closed at the end of the file. So a line of our
 * own is put after the end: if it does not come back as a line, a quotation has swallowed it.
 */
final class CsvLines implements Lines {

    private final Iterator<CsvRecord> records;
    private final String end = UUID.randomUUID().toString();
    private final List<String> columns;
    private final Map<EntryColumn, Integer> places = new EnumMap<>(EntryColumn.class);
    private long next = 1;

    CsvLines(InputStream body) throws IOException {
        var ending = new ByteArrayInputStream(("\n" + end).getBytes(StandardCharsets.UTF_8));
        var text = new InputStreamReader(
                new SequenceInputStream(body, ending),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        records = CsvReader.builder()
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(MOST_BYTES)
                .build(
                        CsvRecordHandler.of(
                                limits -> limits.maxFieldSize(MOST_BYTES).maxRecordSize(MOST_BYTES)),
                        text)
                .iterator();
        CsvRecord header = record();
        if (header == null) {
            throw new MalformedFileException("The file is empty. Its first line names the columns.", 1);
        }
        columns = List.copyOf(header.getFields());
        place();
    }

    private void place() {
        var violations = new Violations();
        for (int i = 0; i < columns.size(); i++) {
            var column = EntryColumn.titled(columns.get(i));
            if (column.isEmpty()) {
                violations.add("/" + Shown.shortened(columns.get(i)), "is not a column of trade entries");
            } else if (places.put(column.get(), i) != null) {
                violations.add(column.get().pointer(), "is given more than once");
            }
        }
        for (EntryColumn column : EntryColumn.all()) {
            if (column.required() && !places.containsKey(column)) {
                violations.add(column.pointer(), "is required as a column");
            }
        }
        violations.throwIfAny();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Line next() throws IOException {
        CsvRecord record = record();
        if (record == null) {
            return null;
        }
        long number = record.getStartingLineNumber();
        int given = record.getFieldCount();
        if (given != columns.size()) {
            return new Line.Illegible(
                    number,
                    padded(record),
                    Refusals.invalid(List.of(new Violation(
                            "", "must have as many fields as the header line, " + columns.size() + ", not " + given))));
        }
        return new EntryText(column -> {
                    Integer place = places.get(column);
                    return place == null ? null : record.getField(place);
                })
                .read(number, record.getFields());
    }

    private List<String> padded(CsvRecord record) {
        var fields = new ArrayList<>(record.getFields());
        while (fields.size() < columns.size()) {
            fields.add("");
        }
        return fields.subList(0, columns.size());
    }

    /** The next record that is not a blank line; null at the end. */
    private @Nullable CsvRecord record() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                String last = record.getField(record.getFieldCount() - 1);
                if (last.equals(end) && record.getFieldCount() == 1) {
                    return null;
                }
                if (last.endsWith(end)) {
                    throw new MalformedFileException("A quotation is begun and never closed.", next);
                }
                next = record.getStartingLineNumber() + 1 + breaks(record);
                if (record.getFieldCount() > 1 || !last.isEmpty()) {
                    return record;
                }
            }
            return null;
        } catch (CsvParseException malformed) {
            throw new MalformedFileException(reason(malformed), next);
        } catch (UncheckedIOException unreadable) {
            throw unreadable(requireNonNull(unreadable.getCause()));
        }
    }

    private IOException unreadable(IOException cause) {
        return switch (cause) {
            case CharacterCodingException _ -> new MalformedFileException("The file is not valid UTF-8.", next);
            case ZipException broken ->
                new MalformedFileException("The file is not valid gzip: " + broken.getMessage() + ".", next);
            default -> cause;
        };
    }

    private static String reason(CsvParseException malformed) {
        Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
        String message = String.valueOf(cause.getMessage());
        return message.contains("maximum")
                ? "A line has more than " + MOST_BYTES + " characters; perhaps a quotation is begun and never closed."
                : "The file is not CSV: " + message + ".";
    }

    private static long breaks(CsvRecord record) {
        long breaks = 0;
        for (String field : record.getFields()) {
            for (int i = field.indexOf('\n'); i >= 0; i = field.indexOf('\n', i + 1)) {
                breaks++;
            }
        }
        return breaks;
    }
}
