package org.zoneregistry.statistics.cube;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zoneregistry.database.Sql;
import org.zoneregistry.trade.read.Blocks;

/**
 * The SQL queries for the figures of a question. A figure is of one zone, one part of a year, and one value of each
 * used detail; it has columns for the three directions.
 *
 * <p>With at most one detail, figures come from two places: the sums at the end of the prefix's last whole block, or of
 * its last whole group of blocks if there is a detail, one row for each cell; and the versions of entries that began or
 * ended after that, at most two for each position of a block. No table has sums by several details: then figures come
 * from the entries of the requested years.
 */
final class Figures {

    private static final List<String> COUNTS = columns(DirectionColumns::count);
    private static final List<String> SUMS = both(columns(DirectionColumns::sum), COUNTS);
    private static final List<String> PARTS = columns(DirectionColumns::parts);

    private final Sql sql;
    private final CubeQuestion question;
    private final Blocks blocks;
    private final Span span;
    private final List<Dimension> details;

    /** @param details those that the question uses */
    Figures(Sql sql, CubeQuestion question, Blocks blocks, Span span, List<Dimension> details) {
        this.sql = sql;
        this.question = question;
        this.blocks = blocks;
        this.span = span;
        this.details = List.copyOf(details);
    }

    private static List<String> columns(Function<DirectionColumns, String> ofDirection) {
        return DirectionColumns.ALL.stream().map(ofDirection).toList();
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The column with the values of a detail. */
    static String name(Dimension detail) {
        return switch (detail) {
            case BUSINESS_FORM -> "business_form";
            case HS_CHAPTER -> "hs_chapter";
            default -> detail.wireName();
        };
    }

    /** Figures that must be added up: several rows can have the same key. */
    String toAddUp() {
        if (details.size() > 1) {
            return ofEntries("trade_entry", "fen", "1", sql.known(question.knownAt()) + " and " + wanted());
        }
        return cellsOfTheSpan("s.part, ", SUMS) + "\nunion all"
                + ofEntries(
                        "(" + begun("fen, 1 as entries") + "\nunion all" + ended("-fen, -1") + "\noffset 0) e",
                        "fen",
                        "entries",
                        wanted());
    }

    /**
     * Tens of thousands of entries fall into fewer cells, so they are added up at once: first one sum for each
     * direction, which costs half as much as three sums with conditions.
     */
    private String ofEntries(String entries, String fen, String count, String condition) {
        String part = span.byMonth() ? "month as part" : "(-1)::smallint as part";
        return "\nselect year, part, zone" + names("") + ", "
                + byDirection("coalesce(sum(fen) %1$s, 0) as %2$s")
                + ", " + byDirection("coalesce(sum(entries) %1$s, 0)::bigint as %3$s")
                + "\nfrom (\nselect year, " + part + ", zone" + values() + ", direction, sum(" + fen + ") as fen, sum("
                + count + ") as entries"
                + "\nfrom " + entries + "\nwhere " + condition + "\ngroup by " + keys(4) + ") d\ngroup by " + keys(3);
    }

    /**
     * The figures of whole years, one row for each key, and the parts of the year that have entries, as in the table
     * {@code trade_sum}. At most one detail. Some rows have no entries.
     *
     * <p>A version that began after the block and did not end adds its part. A version that ended removes its part if
     * the part had no other entries at the end of the block.
     */
    String ofYears() {
        String keys = "year, zone" + names("");
        String sums = each(SUMS, "coalesce(s.%1$s, 0) + coalesce(c.%1$s, 0) as %1$s");
        String parts =
                each(PARTS, "(coalesce(s.%1$s, 0) & ~coalesce(c.emptied_%1$s, 0)) | coalesce(c.%1$s, 0) as %1$s");
        return "\nselect " + keys + ", " + sums + ", " + parts
                + "\nfrom (" + cellsOfTheSpan("", both(SUMS, PARTS)) + ") s"
                + "\n full join (\nselect " + keys + ", "
                + byDirection("coalesce(sum(fen) %1$s, 0) as %2$s, coalesce(sum(entries) %1$s, 0)::bigint as %3$s,"
                        + " bit_or(parts) %1$s as %4$s, bit_or(emptied) %1$s as emptied_%4$s")
                + "\nfrom (" + begunInYears() + "union all" + endedInYears() + ") c"
                + "\ngroup by " + keys + ") c using (" + keys + ")";
    }

    private String begunInYears() {
        return """

                select year, zone%s, direction, sum(fen) as fen, count(*) as entries, bit_or(1 << month) as parts,
                       0 as emptied
                from (%s offset 0) e
                where %s
                group by %s
                """.formatted(values(), begun("fen"), wanted(), keys(3));
    }

    /** These are few, so the number of entries at the end of the block is looked up for each cell. */
    private String endedInYears() {
        return """

                select e.year, e.zone%s, e.direction, -e.fen, -e.entries, 0,
                       case when e.entries = s.entries then 1 << e.month else 0 end
                from (select year, month, zone%s, direction, sum(fen) as fen, count(*) as entries
                      from (%s offset 0) e
                      where %s
                      group by %s) e
                     cross join lateral (
                         select case e.direction %s end as entries%s
                                and s.year = e.year and s.part = e.month and s.zone = e.zone and s.item = %s
                         limit 1) s
                """.formatted(
                        names("e."),
                        values(),
                        ended("fen"),
                        wanted(),
                        keys(4),
                        DirectionColumns.ALL.stream()
                                .map(direction -> "when '" + direction.value() + "' then h." + direction.count())
                                .collect(Collectors.joining(" ")),
                        cells(COUNTS),
                        details.isEmpty() ? "''" : names("e.").substring(2));
    }

    /** The cells of the requested years, zones and details at the end of the last whole block. */
    private String cellsOfTheSpan(String part, List<String> columns) {
        return "\nselect s.year, " + part + "s.zone"
                + (details.isEmpty() ? "" : ", s.item as " + names("").substring(2))
                + ", h.*" + cells(columns)
                + " and s.year = any(" + sql.parameter(span.years().toArray(Short[]::new), "smallint[]")
                + ") and s.part = any(" + sql.parameter(span.parts().toArray(Short[]::new), "smallint[]") + ")"
                + bounds("s.year", "s.part")
                + sql.any("s.zone", question.filter().get(Dimension.ZONE))
                + details.stream()
                        .map(detail -> sql.any("s.item", question.filter().get(detail)))
                        .collect(Collectors.joining());
    }

    /** The cells {@code s} with the detail, or without one, and their columns {@code h} at the end of the block. */
    private String cells(List<String> columns) {
        String whole = sql.parameter(wholeBlocks(), "integer");
        return """

                from trade_sum s
                     cross join lateral (
                         select %1$s
                         where s.since < %3$s
                         union all
                         (select %2$s from trade_sum_past p
                          where s.since >= %3$s and p.cell = s.cell and p.since < %3$s
                          order by p.since desc limit 1)) h
                where s.dimension = '%4$s'\
                """.formatted(
                        each(columns, "s.%s"),
                        each(columns, "p.%s"),
                        whole,
                        details.isEmpty() ? "zone" : name(details.getFirst()).replace('_', '-'));
    }

    /**
     * Versions that began after the block, and did not end. Versions are found by position only: {@code offset 0} keeps
     * other conditions outside, otherwise the planner would read all entries of a year.
     */
    private String begun(String columns) {
        String knownAt = knownAt();
        return versions(columns) + "position > " + before() + " and position <= " + knownAt
                + " and (known_to is null or known_to > " + knownAt + ")";
    }

    /** Versions that began before the end of the block, and ended after it. */
    private String ended(String columns) {
        String before = before();
        return versions(columns) + "known_to > " + before + " and known_to <= " + knownAt() + " and position <= "
                + before;
    }

    private String versions(String columns) {
        return "\nselect year, month, zone" + names("") + ", direction, " + columns + " from trade_entry where ";
    }

    private String before() {
        return sql.parameter(blocks.before(wholeBlocks()), "bigint");
    }

    /** The blocks that are in the sums of the prefix. */
    private int wholeBlocks() {
        return details.isEmpty() ? blocks.whole(question.knownAt()) : blocks.wholeOfGroups(question.knownAt());
    }

    private String knownAt() {
        return sql.parameter(question.knownAt(), "bigint");
    }

    /** The condition for entries of the requested periods, zones and details. */
    private String wanted() {
        return "year = any(" + sql.parameter(span.years().toArray(Short[]::new), "smallint[]") + ")"
                + (span.byMonth()
                        ? " and month = any(" + sql.parameter(span.parts().toArray(Short[]::new), "smallint[]") + ")"
                        : "")
                + bounds("year", "month")
                + sql.any("zone", question.filter().get(Dimension.ZONE))
                + details.stream()
                        .map(detail -> sql.any(name(detail), question.filter().get(detail)))
                        .collect(Collectors.joining());
    }

    /** Excludes months of the years outside the interval. */
    private String bounds(String year, String month) {
        String number = "%s * %d + %s".formatted(year, Span.PARTS_OF_A_YEAR, month);
        String bounds = "";
        if (question.from().isMonth()) {
            bounds += " and %s between %s and %s"
                    .formatted(
                            number,
                            sql.parameter(Span.number(question.from()), "integer"),
                            sql.parameter(Span.number(question.to()), "integer"));
        }
        if (question.filter().containsKey(Dimension.MONTH)) {
            Integer[] wanted = Span.wanted(question).stream().map(Span::number).toArray(Integer[]::new);
            bounds += " and %s = any(%s)".formatted(number, sql.parameter(wanted, "integer[]"));
        }
        return bounds;
    }

    /** The columns of the details, each after a comma. */
    private String names(String prefix) {
        return details.stream().map(detail -> ", " + prefix + name(detail)).collect(Collectors.joining());
    }

    /** The same from entries, which can be without a value. */
    private String values() {
        return details.stream()
                .map(detail -> ", coalesce(%1$s, '') as %1$s".formatted(name(detail)))
                .collect(Collectors.joining());
    }

    /** The first columns by number, and the details. */
    private String keys(int beside) {
        return IntStream.rangeClosed(1, beside + details.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }

    private static String each(List<String> columns, String expression) {
        return columns.stream().map(expression::formatted).collect(Collectors.joining(", "));
    }

    /** For each direction; the arguments are the filter of aggregates, and the three columns. */
    private static String byDirection(String expression) {
        return DirectionColumns.ALL.stream()
                .map(direction ->
                        expression.formatted(direction.filter(), direction.sum(), direction.count(), direction.parts()))
                .collect(Collectors.joining(", "));
    }
}
