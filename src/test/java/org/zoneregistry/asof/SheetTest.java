package org.zoneregistry.asof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.JsonForms;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.money.Amount;
import org.zoneregistry.money.Money;

class SheetTest {

    private static final String TIMES = "in the world on 2022-12-31, as known at position 353";

    record Name(String en, @Nullable String zh) {}

    record Line(
            String id,
            Name name,
            @Nullable Money value,
            @Nullable Amount sum,
            @Nullable BigDecimal area,
            @Nullable Long count,
            @Nullable LocalDate day,
            @Nullable Instant at,
            List<String> kinds,
            boolean leading) {}

    private static Line line(String id, @Nullable Money value, @Nullable LocalDate day) {
        return new Line(
                id,
                new Name("Harbour <&> \"Zone\"", null),
                value,
                new Amount(new BigInteger("840000000000000001")),
                new BigDecimal("4.50"),
                12L,
                day,
                Instant.parse("2026-11-23T22:40:23.123456Z"),
                List.of("a", "b"),
                true);
    }

    private static Map<String, byte[]> parts(byte[] workbook) throws Exception {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static Document xml(byte[] part) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(part));
    }

    /** The cells of a row as "type value", by their columns. */
    private static Map<String, String> row(byte[] workbook, int number) throws Exception {
        var cells = new LinkedHashMap<String, String>();
        var all = xml(requireNonNull(parts(workbook).get("xl/worksheets/sheet1.xml")))
                .getElementsByTagName("c");
        for (int i = 0; i < all.getLength(); i++) {
            var cell = (Element) all.item(i);
            String place = cell.getAttribute("r");
            if (place.endsWith(Integer.toString(number))
                    && place.replaceAll("[0-9]", "").length() + 1 == place.length()) {
                String type = cell.getAttribute("t").isEmpty() ? "n" + cell.getAttribute("s") : cell.getAttribute("t");
                cells.put(place.replaceAll("[0-9]", ""), type + " " + cell.getTextContent());
            }
        }
        return cells;
    }

    private static byte[] sheet(Line... lines) {
        return Sheet.of(Table.of(List.of(lines), Line.class, List.of(), JsonForms.mapper()), TIMES);
    }

    @Test
    void both_times_are_in_its_title_and_above_each_printed_page() throws Exception {
        Map<String, byte[]> parts = parts(sheet(line("a", null, null)));
        assertThat(xml(requireNonNull(parts.get("docProps/core.xml")))
                        .getElementsByTagName("dc:title")
                        .item(0)
                        .getTextContent())
                .isEqualTo(TIMES);
        assertThat(xml(requireNonNull(parts.get("xl/worksheets/sheet1.xml")))
                        .getElementsByTagName("oddHeader")
                        .item(0)
                        .getTextContent())
                .isEqualTo("&L" + TIMES);
    }

    @Test
    void each_value_is_what_it_is() throws Exception {
        byte[] workbook = sheet(line("00017", Money.parse("1250000.50"), LocalDate.of(2022, 12, 31)));
        assertThat(row(workbook, 1).values())
                .containsExactly(
                        "inlineStr id",
                        "inlineStr name.en",
                        "inlineStr name.zh",
                        "inlineStr value",
                        "inlineStr sum",
                        "inlineStr area",
                        "inlineStr count",
                        "inlineStr day",
                        "inlineStr at",
                        "inlineStr kinds",
                        "inlineStr leading");
        assertThat(row(workbook, 2))
                .containsEntry("A", "inlineStr 00017")
                .containsEntry("B", "inlineStr Harbour <&> \"Zone\"")
                .doesNotContainKey("C")
                .containsEntry("D", "n3 1250000.50")
                .containsEntry("F", "n0 4.50")
                .containsEntry("G", "n2 12")
                .containsEntry("H", "n4 44926")
                .containsEntry("I", "inlineStr 2026-11-23T22:40:23.123456Z")
                .containsEntry("J", "inlineStr a;b")
                .containsEntry("K", "b 1");
    }

    @Test
    void no_digit_and_no_day_is_lost() throws Exception {
        byte[] workbook = sheet(line("a", Money.parse("999999999999999.99"), LocalDate.of(1900, 2, 28)));
        assertThat(row(workbook, 2))
                .containsEntry("D", "inlineStr 999999999999999.99")
                .containsEntry("E", "inlineStr 8400000000000000.01")
                .containsEntry("H", "inlineStr 1900-02-28");
        assertThat(row(sheet(line("a", Money.parse("9999999999999.99"), LocalDate.of(1900, 3, 1))), 2))
                .containsEntry("D", "n3 9999999999999.99")
                .containsEntry("H", "n4 61");
    }

    @Test
    void no_text_is_a_formula_or_breaks_the_file() throws Exception {
        var texts = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\u0001\r\n\t", "_x0041_", "\uFFFF", "😀", " a ");
        var lines = new ArrayList<Line>();
        texts.forEach(text -> lines.add(line(text, null, null)));
        byte[] workbook = sheet(lines.toArray(Line[]::new));
        assertThat(new String(parts(workbook).get("xl/worksheets/sheet1.xml"), StandardCharsets.UTF_8))
                .doesNotContain("<f>");
        assertThat(row(workbook, 2)).containsEntry("A", "inlineStr =1+1");
        assertThat(row(workbook, 5)).containsEntry("A", "inlineStr @SUM(A1)");
        assertThat(row(workbook, 6)).containsEntry("A", "inlineStr _x0001__x000D_\n\t");
        assertThat(row(workbook, 7)).containsEntry("A", "inlineStr _x005F_x0041_");
        assertThat(row(workbook, 8)).containsEntry("A", "inlineStr _xFFFF_");
        assertThat(row(workbook, 9)).containsEntry("A", "inlineStr 😀");
    }

    @Test
    void the_same_rows_are_the_same_bytes_and_every_part_is_xml() throws Exception {
        byte[] workbook = sheet(line("a", null, null));
        assertThat(sheet(line("a", null, null))).isEqualTo(workbook);
        var parts = parts(workbook);
        assertThat(parts.keySet())
                .containsExactly(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "docProps/core.xml",
                        "xl/workbook.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/styles.xml",
                        "xl/worksheets/sheet1.xml");
        for (byte[] part : parts.values()) {
            xml(part);
        }
        assertThat(row(sheet(), 1)).hasSize(11);
    }

    @Test
    void a_text_that_no_cell_holds_is_refused() {
        assertThatThrownBy(() -> sheet(line("x".repeat(32_768), null, null)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.ANSWER_TOO_LARGE));
    }

    @Test
    void columns_are_named_like_those_of_a_spreadsheet() {
        assertThat(Cell.place(0, 1)).isEqualTo("A1");
        assertThat(Cell.place(25, 2)).isEqualTo("Z2");
        assertThat(Cell.place(26, 3)).isEqualTo("AA3");
        assertThat(Cell.place(701, 1)).isEqualTo("ZZ1");
        assertThat(Cell.place(702, 1)).isEqualTo("AAA1");
    }
}
