package org.zoneregistry.asof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import org.zoneregistry.http.ZipFile;
import org.zoneregistry.http.ZipFile.Content;

/**
 * Rows as a workbook with one sheet (ECMA-376, SpreadsheetML): a header row, and a cell for each {@link Column}. A
 * value that is absent has no cell.
 *
 * <p>Guaranteed: the same rows give the same bytes. No cell is a formula, whatever its text. See {@link Cell} for the
 * types of cells.
 */
final class Sheet {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static final String TYPES = HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE + "worksheet+xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\""
            + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

    private static final String PARTS = relationships(relationship(1, "officeDocument", "xl/workbook.xml")
            + "<Relationship Id=\"rId2\" Type=\"" + PACKAGE
            + "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>");

    private static final String WORKBOOK = HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
            + "\"><sheets><sheet name=\"rows\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

    private static final String SHEETS = relationships(
            relationship(1, "worksheet", "worksheets/sheet1.xml") + relationship(2, "styles", "styles.xml"));

    private static final String STYLES = HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"2\">"
            + "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\">"
            + "<fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + Cell.formats() + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
            + "</cellStyles></styleSheet>";

    private Sheet() {}

    private static String relationships(String all) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    private static String relationship(int id, String kind, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    /**
     * The document.
     *
     * @param times both times in words, for its title and above each printed page; empty for the latest state
     * @throws org.zoneregistry.http.problem.ProblemException {@code answer-too-large} if a text is longer than a cell
     *     can hold
     */
    static byte[] of(Table table, String times) {
        var parts = new LinkedHashMap<String, Content>();
        parts.put("[Content_Types].xml", text(TYPES));
        parts.put("_rels/.rels", text(PARTS));
        parts.put("docProps/core.xml", text(properties(times)));
        parts.put("xl/workbook.xml", text(WORKBOOK));
        parts.put("xl/_rels/workbook.xml.rels", text(SHEETS));
        parts.put("xl/styles.xml", text(STYLES));
        parts.put("xl/worksheets/sheet1.xml", out -> write(out, table, times));
        return ZipFile.of(parts);
    }

    private static String properties(String times) {
        return HEAD + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + times
                + "</dc:title></cp:coreProperties>";
    }

    private static Content text(String text) {
        return Content.of(text.getBytes(UTF_8));
    }

    private static void write(OutputStream file, Table table, String times) throws IOException {
        List<Column> columns = table.columns();
        Writer out = new BufferedWriter(new OutputStreamWriter(file, UTF_8));
        out.append(HEAD).append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetViews><sheetView");
        out.append(" workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\"");
        out.append(" state=\"frozen\"/></sheetView></sheetViews><cols><col min=\"1\" max=\"");
        out.append(Integer.toString(columns.size())).append("\" width=\"18\" customWidth=\"1\"/></cols><sheetData>");
        out.append("<row r=\"1\">");
        for (int i = 0; i < columns.size(); i++) {
            Cell.head(out, Cell.place(i, 1), columns.get(i).name());
        }
        out.append("</row>");
        int number = 1;
        for (List<String> row : (Iterable<List<String>>) table.texts()::iterator) {
            number++;
            out.append("<row r=\"").append(Integer.toString(number)).append("\">");
            for (int i = 0; i < columns.size(); i++) {
                Cell.write(out, Cell.place(i, number), columns.get(i), row.get(i));
            }
            out.append("</row>");
        }
        // ids are texts even if they have digits only, and no program has to warn of that
        String last = Cell.place(Math.max(0, columns.size() - 1), number);
        out.append("</sheetData><headerFooter><oddHeader>&amp;L").append(times).append("</oddHeader></headerFooter>");
        out.append("<ignoredErrors><ignoredError sqref=\"A1:").append(last);
        out.append("\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>");
        out.flush();
    }
}
