package org.zoneregistry.statistics.cube;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.database.Sql;
import org.zoneregistry.trade.read.Blocks;

/** The SQL statement for a question. Each row has three columns for the three directions. */
final class CubeStatement {

    /** The dimensions of entries within a zone. */
    static final Set<Dimension> DETAILS =
            EnumSet.of(Dimension.BUSINESS_FORM, Dimension.HS_CHAPTER, Dimension.ENTERPRISE, Dimension.PARTNER);

    private static final Set<Dimension> ATTRIBUTES = EnumSet.of(Dimension.TYPE, Dimension.PROVINCE, Dimension.REGION);

    private static final String SUMS =
            "sum(imports) as imports, sum(exports) as exports, sum(undirected) as undirected,"
                    + " sum(import_entries)::bigint as import_entries, sum(export_entries)::bigint as export_entries,"
                    + " sum(undirected_entries)::bigint as undirected_entries";

    private static final String PARTS = ", bit_or(import_parts) as import_parts, bit_or(export_parts) as export_parts,"
            + " bit_or(undirected_parts) as undirected_parts";

    private final Sql sql;
    private final CubeQuestion question;
    private final List<CoverageColumns> coverage;
    private final Span span;
    private final List<Dimension> used = new ArrayList<>();
    private final List<Dimension> details;
    private final Figures figures;

    /** @param coverage the coverage columns; none if only the sums are wanted */
    CubeStatement(Sql sql, CubeQuestion question, Blocks blocks, List<CoverageColumns> coverage) {
        this(sql, question, blocks, coverage, !coverage.isEmpty() && question.effort() == Effort.SCAN);
    }

    /**
     * @param monthByMonth whether years must be read month by month; otherwise a year is read as one part if the
     *     question allows it
     */
    private CubeStatement(
            Sql sql, CubeQuestion question, Blocks blocks, List<CoverageColumns> coverage, boolean monthByMonth) {
        this.sql = sql;
        this.question = question;
        this.coverage = List.copyOf(coverage);
        this.span = Span.of(question, monthByMonth);
        for (Dimension dimension : Dimension.values()) {
            if (question.groupBy().contains(dimension) || question.filter().containsKey(dimension)) {
                used.add(dimension);
            }
        }
        this.details = used.stream().filter(DETAILS::contains).toList();
        this.figures = new Figures(sql, question, blocks, span, details);
    }

    /** A statement with {@link #cells} of one part of a year each. */
    static CubeStatement ofParts(Sql sql, CubeQuestion question, Blocks blocks) {
        return new CubeStatement(sql, question, blocks, List.of(), true);
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
        return (coverage.isEmpty() ? "with cell as (" + figures.toAddUp() + ")" : cells()) + "\nselect "
                + (keys.isEmpty() ? "" : keys + ", ") + SUMS
                + coverage.stream().map(this::coverage).collect(Collectors.joining())
                + "\nfrom cell f" + zones() + "\nwhere true"
                + attributes()
                + (keys.isEmpty() ? "" : "\ngroup by " + keys)
                + "\nhaving sum(import_entries + export_entries + undirected_entries) > 0";
    }

    private String coverage(CoverageColumns columns) {
        if (span.byMonth()) {
            return columns.ofParts();
        }
        return columns.ofYears(question.groupBy().contains(Dimension.YEAR) ? List.of() : span.years());
    }

    /** One row for each zone, part of a year or year, and combination of the requested details. */
    String cells() {
        if (!span.byMonth() && question.groupBy().containsAll(details)) {
            return "with cell as materialized (" + figures.ofYears() + ")"; // computes its columns once
        }
        String by = "zone, year" + (span.byMonth() ? ", part" : "")
                + details.stream()
                        .filter(question.groupBy()::contains)
                        .map(detail -> ", " + Figures.name(detail))
                        .collect(Collectors.joining());
        return "with figure as (" + (span.byMonth() ? figures.toAddUp() : figures.ofYears()) + "), cell as (\nselect "
                + by + ", " + SUMS + (span.byMonth() ? "" : PARTS) + "\nfrom figure\ngroup by " + by
                + "\nhaving sum(import_entries + export_entries + undirected_entries) > 0)";
    }

    /** A key of the rows; {@code f} are the figures, and {@code z} the zones. */
    String key(Dimension dimension) {
        return switch (dimension) {
            case YEAR -> "f.year::text";
            case MONTH -> "case when f.part > 0 then f.year || '-' || lpad(f.part::text, 2, '0') end";
            case ZONE -> "f.zone";
            case TYPE, PROVINCE, REGION -> "z." + dimension.wireName();
            case BUSINESS_FORM, HS_CHAPTER, ENTERPRISE, PARTNER -> "nullif(f." + Figures.name(dimension) + ", '')";
            case DIRECTION -> throw new IllegalArgumentException("Direction is three columns.");
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
                .map(attribute ->
                        sql.any("z." + attribute.wireName(), question.filter().get(attribute)))
                .collect(Collectors.joining());
    }
}
