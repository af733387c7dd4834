package org.zoneregistry.statistics.cube;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zoneregistry.database.Sql;
import org.zoneregistry.trade.read.Blocks;

/**
 * The SQL statement for a question. Each row has three columns for the three directions.
 *
 * <p>With at most one of form of business, chapter, enterprise and partner, the statement reads two things. It reads
 * the sums at the end of the prefix's last whole block, one row for each cell. And it reads the versions of entries
 * that began or ended after that, at most two for each position of a block. With several of these dimensions it reads
 * the entries of the requested years.
 */
final class CubeStatement {

    /** The dimensions of entries within a zone. */
    static final Set<Dimension> DETAILS =
            EnumSet.of(Dimension.BUSINESS_FORM, Dimension.HS_CHAPTER, Dimension.ENTERPRISE, Dimension.PARTNER);

    private static final Set<Dimension> ATTRIBUTES = EnumSet.of(Dimension.TYPE, Dimension.PROVINCE, Dimension.REGION);

    private static final String SUMS =
            "sum(imports) as imports, sum(exports) as exports, sum(undirected) as undirected,"
                    + " sum(import_entries)::bigint as import_entries, sum(export_entries)::bigint as export_entries,"
                    + " sum(undirected_entries)::bigint as undirected_entries";

    private static final String CELL =
            "imports, exports, undirected, import_entries, export_entries, undirected_entries";

    private final Sql sql;
    private final CubeQuestion question;
    private final Blocks blocks;
    private final List<CoverageColumns> coverage;
    private final Span span;
    private final List<Dimension> used = new ArrayList<>();
    private final List<Dimension> details;

    /**
     * @param coverage the coverage columns. If there are none, and the question allows it, a year is read as one part
     *     instead of month by month
     */
    CubeStatement(Sql sql, CubeQuestion question, Blocks blocks, List<CoverageColumns> coverage) {
        this.sql = sql;
        this.question = question;
        this.blocks = blocks;
        this.coverage = List.copyOf(coverage);
        this.span = Span.of(question, !coverage.isEmpty());
        for (Dimension dimension : Dimension.values()) {
            if (question.groupBy().contains(dimension) || question.filter().containsKey(dimension)) {
                used.add(dimension);
            }
        }
        this.details = used.stream().filter(DETAILS::contains).toList();
    }

    /** The dimensions of the first columns of the rows. */
    List<Dimension> keys() {
        return used.stream()
                .filter(question.groupBy()::contains)
                .filter(dimension -> dimension != Dimension.DIRECTION)
                .toList();
    }

    /**
     * The statement without an order of rows.
     *
     * @param most the largest number of rows
     */
    String sql(int most) {
        return sql() + "\nlimit " + sql.parameter(most, "integer");
    }

    /**
     * The statement for all rows, ordered by these keys (missing values last), then by year and month, whole years
     * first.
     */
    String ordered(List<Dimension> first) {
        List<Dimension> keys = keys();
        String order = Stream.concat(
                        first.stream().map(key -> 1 + keys.indexOf(key) + " nulls last"),
                        Stream.of(Dimension.YEAR, Dimension.MONTH)
                                .filter(keys::contains)
                                .map(key -> 1 + keys.indexOf(key) + " nulls first"))
                .collect(Collectors.joining(", "));
        return sql() + (order.isEmpty() ? "" : "\norder by " + order);
    }

    private String sql() {
        String keys = keys().stream().map(this::key).collect(Collectors.joining(", "));
        return (coverage.isEmpty() ? figures() : cells()) + "\nselect "
                + (keys.isEmpty() ? "" : keys + ", ") + SUMS
                + coverage.stream().map(CoverageColumns::sql).collect(Collectors.joining())
                + "\nfrom " + (coverage.isEmpty() ? "figure" : "cell") + " f" + zones() + "\nwhere true"
                + attributes()
                + (keys.isEmpty() ? "" : "\ngroup by " + keys)
                + "\nhaving sum(import_entries + export_entries + undirected_entries) > 0";
    }

    private String figures() {
        return "with figure as (" + (details.size() > 1 ? entries() : sums()) + ")";
    }

    /** The figures, added up to one row for each zone, part of a year, and combination of the requested details. */
    String cells() {
        String by = "zone, year, part"
                + details.stream()
                        .filter(question.groupBy()::contains)
                        .map(detail -> ", " + column(detail))
                        .collect(Collectors.joining());
        return figures() + ", cell as (\nselect " + by + ", " + SUMS + "\nfrom figure\ngroup by " + by
                + "\nhaving sum(import_entries + export_entries + undirected_entries) > 0)";
    }

    /** A key of the rows; {@code f} are the figures, and {@code z} the zones. */
    String key(Dimension dimension) {
        return switch (dimension) {
            case YEAR -> "f.year::text";
            case MONTH -> "case when f.part > 0 then f.year || '-' || lpad(f.part::text, 2, '0') end";
            case ZONE -> "f.zone";
            case TYPE, PROVINCE, REGION -> "z." + dimension.wireName();
            case BUSINESS_FORM, HS_CHAPTER, ENTERPRISE, PARTNER -> "nullif(f." + column(dimension) + ", '')";
            case DIRECTION -> throw new IllegalArgumentException("Direction is three columns.");
        };
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

    private String wanted(Dimension dimension, String column) {
        return sql.any(column, question.filter().get(dimension));
    }

    private static String column(Dimension dimension) {
        return switch (dimension) {
            case BUSINESS_FORM -> "business_form";
            case HS_CHAPTER -> "hs_chapter";
            default -> dimension.wireName();
        };
    }

    private String lastMonth() {
        return Span.separatesMonths(question) ? "case when f.part > 0 then f.part else 12 end" : "12";
    }

    /** The zones on the deciding days, in the prefix. */
    String zones() {
        if (used.stream().noneMatch(ATTRIBUTES::contains)) {
            return "";
        }
        String day = question.validAt() == null
                ? "(make_date(f.year, " + lastMonth() + ", 1) + interval '1 month - 1 day')::date"
                : sql.parameter(question.validAt(), "date");
        return "\n left join (select * from zone_state where known @> " + sql.parameter(question.knownAt(), "bigint")
                + ") z on z.zone = f.zone and z.valid @> " + day;
    }

    String attributes() {
        return ATTRIBUTES.stream()
                .map(attribute -> wanted(attribute, "z." + column(attribute)))
                .collect(Collectors.joining());
    }
}
