package org.zoneregistry.imports.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.http.body.Violations;
import org.zoneregistry.http.problem.Violation;

/**
 * A CSV file in UTF-8 with a header line. A line that can't be read is refused; reading continues with the next one.
 */
final class CsvLines implements Lines {

    private final TextLines lines;
    private final List<String> columns;
    private final Map<EntryColumn, Integer> places = new EnumMap<>(EntryColumn.class);

    /**
     * @throws MalformedFileException if there is no readable header line
     * @throws org.zoneregistry.http.problem.ProblemException {@code validation} if a column is missing, unknown or
     *     repeated
     */
    CsvLines(InputStream body) throws IOException {
        lines = new TextLines(body);
        columns = header();
        place();
    }

    private List<String> header() throws IOException {
        if (!lines.next()) {
            throw new MalformedFileException("The file is empty. Its first line names the columns.", 1);
        }
        if (lines.isTooLong()) {
            throw new MalformedFileException("The header line has more than " + MOST_BYTES + " bytes.", lines.number());
        }
        try {
            String text = decoded(lines.bytes());
            if (text.indexOf('\r') >= 0) {
                throw new MalformedFileException(
                        "The lines end with CR alone. Send them with LF or CR LF.", lines.number());
            }
            return List.copyOf(CsvFile.cells(text));
        } catch (IllegalArgumentException unreadable) {
            throw new MalformedFileException("The header line " + unreadable.getMessage() + ".", lines.number());
        }
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
        if (!lines.next()) {
            return null;
        }
        if (lines.isTooLong()) {
            return new Line.WithoutEntry(lines.number(), padded(List.of()), LineRejections.tooLong());
        }
        byte[] bytes = lines.bytes();
        try {
            List<String> cells = CsvFile.cells(decoded(bytes));
            if (cells.size() == columns.size()) {
                return new EntryText(column -> {
                            Integer place = places.get(column);
                            return place == null ? null : cells.get(place);
                        })
                        .read(lines.number(), cells);
            }
            return illegible(
                    cells, "must have as many fields as the header line, " + columns.size() + ", not " + cells.size());
        } catch (IllegalArgumentException unreadable) {
            return illegible(
                    CsvFile.pieces(new String(bytes, StandardCharsets.UTF_8)), String.valueOf(unreadable.getMessage()));
        }
    }

    @Override
    public long blank() {
        return lines.blank();
    }

    private Line illegible(List<String> cells, String why) {
        return new Line.WithoutEntry(
                lines.number(), padded(cells), LineRejections.invalid(List.of(new Violation("", why))));
    }

    /** Fills up or cuts, to one cell for each column. */
    private List<String> padded(List<String> cells) {
        var fields = new ArrayList<>(cells);
        while (fields.size() < columns.size()) {
            fields.add("");
        }
        return fields.subList(0, columns.size());
    }

    /** @throws IllegalArgumentException if it is not UTF-8; the message says where */
    private static String decoded(byte[] line) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(line);
        CharBuffer text = CharBuffer.allocate(line.length);
        CoderResult end = decoder.decode(bytes, text, true);
        if (end.isError()) {
            int at = bytes.position();
            throw new IllegalArgumentException("is not UTF-8: see its byte %d, 0x%02X".formatted(at + 1, line[at]));
        }
        return text.flip().toString();
    }
}
