package org.zoneregistry.imports.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import jakarta.validation.Validation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zoneregistry.http.body.StrictJson;
import org.zoneregistry.http.body.StrictJsons;

/**
 * A bad line is refused under its number as an editor counts it, whatever is wrong with it. All good lines before and
 * after it are read under their numbers.
 */
class FileLinesProperties {

    private static final String HEADER = "entryId,zone,period,direction,businessForm,value\n";
    private static final StrictJson JSON =
            StrictJsons.of(Validation.buildDefaultValidatorFactory().getValidator());

    /** Bad cells, each named by its fault. One character stands for one byte. None has a line break. */
    private static final Map<String, String> BAD_CELLS = Map.ofEntries(
            Map.entry("something behind a quotation", "\"A20d\"x"),
            Map.entry("a quotation that is not closed", "\"A20d"),
            Map.entry("a quotation mark alone", "\""),
            Map.entry("three quotation marks", "\"\"\""),
            Map.entry("a mark in a cell that is not quoted", "5\" pipe"),
            Map.entry("NUL", "A\u00001"),
            Map.entry("CR", "A\r1"),
            Map.entry("a byte order mark", "\u00ef\u00bb\u00bfA1"),
            Map.entry("GBK", "\u00c4\u00fe\u00b2\u00a8"),
            Map.entry("UTF-16", "A\u0000\u00ff\u00fe"),
            Map.entry("cut off UTF-8", "\u00e5\u00ae"),
            Map.entry("an overlong form", "\u00c0\u00af"),
            Map.entry("a surrogate in UTF-8", "\u00ed\u00a0\u0080"),
            Map.entry("vertical tab, form feed", "A\u000b\f1"),
            Map.entry("the end of a file in DOS", "A\u001a"),
            Map.entry("NEL", "A\u00c2\u00851"),
            Map.entry("a line separator", "A\u00e2\u0080\u00a81"),
            Map.entry("too many cells", "A,B"),
            Map.entry("very many cells", ",".repeat(2_000)),
            Map.entry("too long", "x".repeat(Lines.MOST_BYTES + 1)));

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> bad = Arbitraries.of(BAD_CELLS.keySet());
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, Arbitraries.just("good")),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just("blank")),
                        net.jqwik.api.Tuple.of(4, bad))
                .list()
                .ofMaxSize(60);
    }

    private static String bad(String kind) {
        return BAD_CELLS.getOrDefault(kind, "");
    }

    private static String good(int number) {
        return "A" + number + ",zone,2022,export,other,5";
    }

    private static String goodJson(int number) {
        return "{\"entryId\": \"A" + number
                + "\", \"zone\": \"zone\", \"period\": \"2022\", \"direction\": \"export\","
                + " \"businessForm\": \"other\", \"value\": \"5\"}";
    }

    @Property(tries = 300)
    void in_csv(@ForAll("lines") List<String> kinds, @ForAll boolean isDos, @ForAll boolean isEnded)
            throws IOException {
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < kinds.size(); i++) {
            String kind = kinds.get(i);
            file.append(
                    switch (kind) {
                        case "good" -> good(i + 2);
                        case "blank" -> "";
                        default -> bad(kind) + ",zone,2022,export,other,5";
                    });
            file.append(i == kinds.size() - 1 && !isEnded ? "" : isDos ? "\r\n" : "\n");
        }
        assertRead(FileForm.CSV, file.toString(), kinds, 2);
    }

    @Property(tries = 300)
    void in_json_lines(@ForAll("lines") List<String> kinds, @ForAll boolean isDos) throws IOException {
        var file = new StringBuilder();
        for (int i = 0; i < kinds.size(); i++) {
            String kind = kinds.get(i);
            file.append(
                    switch (kind) {
                        case "good" -> goodJson(i + 1);
                        case "blank" -> " ";
                        default ->
                            goodJson(i + 1)
                                    .replace(
                                            "A" + (i + 1),
                                            bad(kind).replace("A,B", "A\",").replace(",,", "\"\""));
                    });
            file.append(isDos ? "\r\n" : "\n");
        }
        assertRead(FileForm.NDJSON, file.toString(), kinds, 1);
    }

    private static void assertRead(String mediaType, String file, List<String> kinds, int first) throws IOException {
        Lines lines = new FileForm(mediaType, false).open(new ByteArrayInputStream(file.getBytes(ISO_8859_1)), JSON);
        List<Long> good = new ArrayList<>();
        List<Long> bad = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            switch (line) {
                case Line.WithEntry(long number, var _, var entry) -> {
                    assertThat(entry.id()).hasToString("A" + number);
                    good.add(number);
                }
                case Line.WithoutEntry(long number, var fields, var _) -> {
                    assertThat(fields).hasSize(lines.columns().size());
                    bad.add(number);
                }
            }
        }
        List<Long> expectedGood = new ArrayList<>();
        List<Long> expectedBad = new ArrayList<>();
        int blank = 0;
        for (int i = 0; i < kinds.size(); i++) {
            switch (kinds.get(i)) {
                case "good" -> expectedGood.add((long) i + first);
                case "blank" -> blank++;
                default -> expectedBad.add((long) i + first);
            }
        }
        assertThat(good).isEqualTo(expectedGood);
        assertThat(bad).isEqualTo(expectedBad);
        assertThat(lines.blank()).isBetween(blank - 1L, (long) blank);
    }

    @Property(tries = 200)
    void any_bytes_at_all(@ForAll byte[] bytes) throws IOException {
        var file = new ByteArrayOutputStream();
        file.writeBytes(HEADER.getBytes(UTF_8));
        file.writeBytes((good(2) + "\n").getBytes(UTF_8));
        file.writeBytes(bytes);
        long breaks =
                new String(bytes, ISO_8859_1).chars().filter(c -> c == '\n').count();
        file.writeBytes(("\n" + good((int) breaks + 4) + "\n").getBytes(UTF_8));
        Lines lines = new FileForm(FileForm.CSV, false).open(new ByteArrayInputStream(file.toByteArray()), JSON);
        List<Line> all = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        assertThat(all.getFirst())
                .isInstanceOf(Line.WithEntry.class)
                .extracting(Line::number)
                .isEqualTo(2L);
        assertThat(all.getLast())
                .isInstanceOf(Line.WithEntry.class)
                .extracting(Line::number)
                .isEqualTo(breaks + 4);
    }

    @Provide
    Arbitrary<List<String>> cells() {
        return Arbitraries.strings()
                .withChars("a\",; é'\t港")
                .ofMaxLength(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    /** FastCSV writes the cells that are read here, whichever of them it quotes. */
    @Property
    void cells_are_read_as_others_write_them(@ForAll("cells") List<String> cells, @ForAll boolean isQuoted)
            throws IOException {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder()
                .quoteStrategy(isQuoted ? QuoteStrategies.ALWAYS : QuoteStrategies.EMPTY)
                .build(text)) {
            csv.writeRecord(cells);
        }
        assertThat(CsvFile.cells(text.toString().replaceFirst("\\R$", ""))).isEqualTo(cells);
    }
}
