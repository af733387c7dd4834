package org.zoneregistry.statistics.cube;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zoneregistry.database.Sql;
import org.zoneregistry.trade.read.Blocks;

/**
 * The rows that a {@link CubeStatement} adds up, as SQL. Each row has three columns for the three directions.
 *
 * <p>With at most one of form of business, chapter, enterprise and partner, they are of two kinds: the sums at the end
 * of the prefix's last whole block, one row for each cell, and the versions of entries that began or ended after that,
 * at most two for each position of a block. With several of these dimensions they are the entries of the requested
 * years.
 */
final class AddedRows {

    private static final String CELL =
            "imports, exports, undirected, import_entries, export_entries, undirected_entries";

    private final Sql sql;
    private final CubeQuestion question;
    private final Blocks blocks;
    private final Span span;
    private final List<Dimension> details;

    /** @param details the dimensions of entries within a zone that the question uses */
    AddedRows(Sql sql, CubeQuestion question, Blocks blocks, Span span, List<Dimension> details) {
        this.sql = sql;
        this.question = question;
        this.blocks = blocks;
        this.span = span;
        this.details = details;
    }

    /** The query for the rows. */
    String sql() {
        return details.size() > 1 ? entries() : sums();
    }

    /** Cells at the end of the last whole block, and the changes since. */
    private String sums() {
        String detail = details.isEmpty() ? "" : column(details.getFirst());
        String whole = sql.parameter(blocks.whole(question.knownAt()), "integer");
        String cells = """

                select s.year, s.part, s.zone%s, h.*
                from trade_sum s
                     cross join lateral (
                         select s.imports, s.exports, s.undirected, s.import_entries, s.export_entries,
                                s.undirected_entries
                         where s.since < %s
                         union all
                         (select %s from trade_sum_past p
                          where s.since >= %s and p.cell = s.cell and p.since < %s
                          order by p.since desc limit 1)) h
                where s.dimension = '%s' and s.year = any(%s) and s.part = any(%s)%s
                """.formatted(
                        detail.isEmpty() ? "" : ", s.item as " + detail,
                        whole,
                        CELL,
                        whole,
                        whole,
                        detail.isEmpty() ? "zone" : detail.replace('_', '-'),
                        sql.parameter(span.years().toArray(Short[]::new), "smallint[]"),
                        sql.parameter(span.parts().toArray(Short[]::new), "smallint[]"),
                        bounds("s.year", "s.part")
                                + wanted(Dimension.ZONE, "s.zone")
                                + (details.isEmpty() ? "" : wanted(details.getFirst(), "s.item")));
        return cells + "union all" + changes();
    }

    /**
     * Versions that began or ended since, found by position only. {@code offset 0} keeps the other conditions outside:
     * otherwise the planner would read all entries of a year. There can be tens of thousands, so they are added up to
     * cells at once.
     */
    private String changes() {
        String before = sql.parameter(blocks.before(blocks.whole(question.knownAt())), "bigint");
        String knownAt = sql.parameter(question.knownAt(), "bigint");
        return """

                select year, %s, zone%s, %s
                from (select *, 1 as entries, fen as change from trade_entry
                      where position > %s and position <= %s
                      union all
                      select *, -1, -fen from trade_entry
                      where known_to > %s and known_to <= %s
                      offset 0) e
                where %s
                group by %s
                """.formatted(
                        part(),
                        detailColumns(),
                        byDirection("change", "entries"),
                        before,
                        knownAt,
                        before,
                        knownAt,
                        ofTheSpan() + wanted(),
                        cell());
    }

    private String entries() {
        return """

                select year, %s as part, zone%s, %s
                from trade_entry
                where %s and %s
                group by %s
                """.formatted(
                        part(),
                        detailColumns(),
                        byDirection("fen", "1"),
                        sql.known(question.knownAt()),
                        ofTheSpan() + wanted(),
                        cell());
    }

    private String detailColumns() {
        return details.stream()
                .map(detail -> ", coalesce(" + column(detail) + ", '') as " + column(detail))
                .collect(Collectors.joining());
    }

    /** The columns of a cell, by number. */
    private String cell() {
        return IntStream.rangeClosed(1, 3 + details.size())
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }

    private static String byDirection(String fen, String entries) {
        return Stream.concat(
                        DirectionColumns.ALL.stream().map(direction -> sum(fen, direction.value(), direction.sum())),
                        DirectionColumns.ALL.stream()
                                .map(direction -> sum(entries, direction.value(), direction.count())))
                .collect(Collectors.joining(", "));
    }

    private static String sum(String column, String direction, String as) {
        return "coalesce(sum(%s) filter (where direction = '%s'), 0) as %s".formatted(column, direction, as);
    }

    private String part() {
        return span.byMonth() ? "month" : "(-1)::smallint";
    }

    private String ofTheSpan() {
        return "year = any(" + sql.parameter(span.years().toArray(Short[]::new), "smallint[]") + ")"
                + (span.byMonth()
                        ? " and month = any(" + sql.parameter(span.parts().toArray(Short[]::new), "smallint[]") + ")"
                        : "")
                + bounds("year", "month");
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

    /** Only entries with the requested values. */
    private String wanted() {
        return wanted(Dimension.ZONE, "zone")
                + details.stream().map(detail -> wanted(detail, column(detail))).collect(Collectors.joining());
    }

    /** Only rows with the requested values of a dimension. */
    String wanted(Dimension dimension, String column) {
        return sql.any(column, question.filter().get(dimension));
    }

    /** The column of a dimension. */
    static String column(Dimension dimension) {
        return switch (dimension) {
            case BUSINESS_FORM -> "business_form";
            case HS_CHAPTER -> "hs_chapter";
            default -> dimension.wireName();
        };
    }
}
