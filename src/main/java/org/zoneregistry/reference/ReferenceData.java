package org.zoneregistry.reference;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The shipped tables of zones and their history, and the tables with their translation.
 *
 * @param history history.csv, in its order
 * @param zones zones.csv, by code
 * @param judgements telling/judgements.csv, by the row of history.csv
 * @param otherZones telling/zones.csv, by code
 * @param englishNames telling/names.csv: English names by Chinese ones
 */
record ReferenceData(
        List<ReferenceRow> history,
        Map<String, ReferenceRow> zones,
        Map<Integer, List<ReferenceRow>> judgements,
        Map<String, ReferenceRow> otherZones,
        Map<String, String> englishNames) {

    /** The tables that the application ships. */
    static ReferenceData shipped() {
        return new ReferenceData(
                table("history.csv"),
                byCode(table("zones.csv")),
                table("telling/judgements.csv").stream()
                        .collect(Collectors.groupingBy(row -> Integer.parseInt(row.get("row")))),
                byCode(table("telling/zones.csv")),
                table("telling/names.csv").stream()
                        .collect(Collectors.toMap(row -> row.get("name_zh"), row -> row.get("name_en"))));
    }

    /**
     * Reads one of the shipped tables. Lines that begin with # are comments.
     *
     * @throws UncheckedIOException if it can't be read
     */
    static List<ReferenceRow> table(String file) {
        try (InputStream in = ReferenceData.class.getResourceAsStream("/reference/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no reference table " + file + ".");
            }
            return table(file, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ReferenceRow> table(String file, InputStream in) throws IOException {
        var rows = new ArrayList<ReferenceRow>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord line : csv) {
                rows.add(new ReferenceRow(file, rows.size() + 1, line.getFieldsAsMap()));
            }
        }
        return rows;
    }

    private static Map<String, ReferenceRow> byCode(List<ReferenceRow> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.get("code"), Function.identity()));
    }
}
