package org.zoneregistry.asof;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.money.Amount;
import org.zoneregistry.money.Money;

/**
 * Cells of a {@link Sheet}. The type of a cell follows from the type of its column, never from its text:
 *
 * <ul>
 *   <li>money, decimals and integers are numbers if they have at most 15 significant digits, because a cell holds a
 *       binary number of double precision. Larger ones are texts, so that no digit is lost;
 *   <li>days are days from 1900-03-01 on, where all programs count alike; earlier ones are texts;
 *   <li>all else is text in the format for texts, so that no program guesses: ids, periods, instants with their
 *       microseconds.
 * </ul>
 */
final class Cell {

    /** A format of cells: its place in the list of formats. */
    private enum Format {
        GENERAL(0, 0),
        TEXT(49, 0),
        INTEGER(1, 0),
        MONEY(4, 0),
        DAY(164, 0),
        HEAD(49, 1);

        private static final List<Format> ALL = List.of(values());

        private final int numberFormat;
        private final int font;

        Format(int numberFormat, int font) {
            this.numberFormat = numberFormat;
            this.font = font;
        }

        String xml() {
            return "<xf numFmtId=\"" + numberFormat + "\" fontId=\"" + font
                    + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>";
        }
    }

    private static final Set<Class<?>> MONEY = Set.of(Money.class, Amount.class);
    private static final Set<Class<?>> INTEGERS =
            Set.of(long.class, Long.class, int.class, Integer.class, BigInteger.class);

    /** Of a binary number of double precision. */
    private static final int EXACT_DIGITS = 15;

    /** ECMA-376, 18.17.4.1: the day with the number 0, if there had been no 29 February 1900. */
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    /** The most characters (UTF-16 code units) of a cell. */
    private static final int MOST_CHARACTERS = 32_767;

    private static final int LETTERS = 26;

    /** ECMA-376, 22.9.2.19: a text that looks like the escape of a character. */
    private static final Pattern LIKE_ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private Cell() {}

    /** The list of formats, for the styles of the workbook. */
    static String formats() {
        var formats = new StringBuilder("<cellXfs count=\"" + Format.ALL.size() + "\">");
        for (Format format : Format.ALL) {
            formats.append(format.xml());
        }
        return formats.append("</cellXfs>").toString();
    }

    /** The name of a cell, such as B2. */
    static String place(int column, int row) {
        var name = new StringBuilder();
        for (int left = column; left >= 0; left = left / LETTERS - 1) {
            name.insert(0, (char) ('A' + left % LETTERS));
        }
        return name.append(row).toString();
    }

    static void head(Writer out, String place, String name) throws IOException {
        text(out, place, Format.HEAD, name);
    }

    /** Writes a value, unless it is empty. */
    static void write(Writer out, String place, Column column, String value) throws IOException {
        if (value.isEmpty()) {
            return;
        }
        Class<?> type = column.type();
        if (type == Boolean.class || type == boolean.class) {
            out.append("<c r=\"").append(place).append("\" t=\"b\"><v>");
            out.append(value.equals("true") ? "1" : "0").append("</v></c>");
        } else if (type == LocalDate.class && !LocalDate.parse(value).isBefore(FIRST_DAY)) {
            number(out, place, Format.DAY, Long.toString(DAY_0.until(LocalDate.parse(value), ChronoUnit.DAYS)));
        } else if (MONEY.contains(type) && isExact(value)) {
            number(out, place, Format.MONEY, value);
        } else if (INTEGERS.contains(type) && isExact(value)) {
            number(out, place, Format.INTEGER, value);
        } else if (type == BigDecimal.class && isExact(value)) {
            number(out, place, Format.GENERAL, value);
        } else {
            text(out, place, Format.TEXT, value);
        }
    }

    private static boolean isExact(String number) {
        return new BigDecimal(number).stripTrailingZeros().precision() <= EXACT_DIGITS;
    }

    private static void number(Writer out, String place, Format format, String value) throws IOException {
        open(out, place, format).append("\"><v>").append(value).append("</v></c>");
    }

    private static void text(Writer out, String place, Format format, String value) throws IOException {
        if (value.length() > MOST_CHARACTERS) {
            throw ProblemException.of(
                    ProblemType.ANSWER_TOO_LARGE,
                    "A cell of a workbook holds at most " + MOST_CHARACTERS + " characters, and the value for " + place
                            + " has more. Ask for CSV or JSON.");
        }
        open(out, place, format).append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        String escaped = LIKE_ESCAPE.matcher(value).replaceAll("_x005F_");
        for (int i = 0; i < escaped.length(); i++) {
            escape(out, escaped.charAt(i));
        }
        out.append("</t></is></c>");
    }

    private static Writer open(Writer out, String place, Format format) throws IOException {
        return out.append("<c r=\"")
                .append(place)
                .append("\" s=\"")
                .append(Integer.toString(Format.ALL.indexOf(format)));
    }

    private static void escape(Writer out, char c) throws IOException {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\t', '\n' -> out.append(c);
            default -> {
                if (c < ' ' || c >= 0xFFFE) { // XML 1.0 has no such characters, or changes them
                    out.append("_x%04X_".formatted((int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
