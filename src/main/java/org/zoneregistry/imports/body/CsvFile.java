package org.zoneregistry.imports.body;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits one line of CSV into cells, by RFC 4180 with one difference: no cell contains a line break. No value of an
 * entry has one. So an open quotation affects its own line only.
 */
final class CsvFile {

    private CsvFile() {}

    /** @throws IllegalArgumentException the message says what is wrong, in words that can follow "the line" */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            int end;
            if (at < line.length() && line.charAt(at) == '"') {
                end = closing(line, at);
                cells.add(line.substring(at + 1, end).replace("\"\"", "\""));
                end++;
            } else {
                int comma = line.indexOf(',', at);
                end = comma < 0 ? line.length() : comma;
                int quote = line.indexOf('"', at);
                if (quote >= 0 && quote < end) {
                    throw new IllegalArgumentException("has a quotation mark at character " + (quote + 1)
                            + ", in a cell that is not quoted; quote the cell and double the mark");
                }
                cells.add(line.substring(at, end));
            }
            if (end == line.length()) {
                return cells;
            }
            if (line.charAt(end) != ',') {
                throw new IllegalArgumentException(
                        "has something behind the quotation that is closed at character " + end);
            }
            at = end + 1;
        }
    }

    /** The end of the quotation that begins there. */
    private static int closing(String line, int begin) {
        int quote = line.indexOf('"', begin + 1);
        while (quote >= 0 && quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
            quote = line.indexOf('"', quote + 2);
        }
        if (quote < 0) {
            throw new IllegalArgumentException("begins a quotation at character " + (begin + 1)
                    + " that is not closed on the same line; a cell has no line breaks");
        }
        return quote;
    }

    /** An approximate split of a line that is not valid CSV. */
    static List<String> pieces(String line) {
        return List.of(line.split(",", -1));
    }
}
