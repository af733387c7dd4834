package org.zoneregistry.asof;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Rows as CSV (RFC 4180): UTF-8, CRLF, a header line, a field for each {@link Column}. Null is the empty field.
 *
 * <p>Values are written as they are. A spreadsheet may read a text that begins with {@code =}, {@code +}, {@code -} or
 * {@code @} as a formula. The registry does not change its data to prevent that, because a reader could not tell the
 * change from the data. Import such columns as text, or ask for {@link Sheet}.
 */
final class Csv {

    private Csv() {}

    /** The document. */
    static byte[] of(Table table) {
        var text = new ByteArrayOutputStream();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(table.columns().stream().map(Column::name).toList());
            table.texts().forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toByteArray();
    }
}
