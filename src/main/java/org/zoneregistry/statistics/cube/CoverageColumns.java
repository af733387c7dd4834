package org.zoneregistry.statistics.cube;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.Direction;

/**
 * The SQL columns with the coverage of sums, from rows {@code f} of one zone and one part of a year each, or of one
 * zone and one year each.
 *
 * @param of the direction whose coverage it is; {@code null} for all wanted directions together
 * @param directions the columns of the wanted ones
 */
record CoverageColumns(@Nullable Direction of, List<DirectionColumns> directions) {

    CoverageColumns {
        directions = List.copyOf(directions);
    }

    /** For all of these directions together. */
    static CoverageColumns together(Set<Direction> wanted) {
        return new CoverageColumns(null, columns(wanted));
    }

    /** For one direction. */
    static CoverageColumns of(Direction direction) {
        return new CoverageColumns(direction, columns(Set.of(direction)));
    }

    private static List<DirectionColumns> columns(Set<Direction> wanted) {
        return DirectionColumns.ALL.stream()
                .filter(columns -> wanted.contains(columns.direction()))
                .toList();
    }

    /** The number of entries of a row, as an expression. */
    String entries() {
        return directions.stream().map(direction -> "f." + direction.count()).collect(Collectors.joining(" + "));
    }

    /** The columns, to be appended to a list of columns, from rows of one part of a year. */
    String ofParts() {
        String some = entries() + " > 0";
        return column("sum(" + entries() + ")::bigint", "entries")
                + column("count(distinct f.zone) filter (where " + some + ")", "zones")
                + column("count(distinct f.year * 13 + f.part) filter (where f.part > 0 and " + some + ")", "months")
                + column("count(*) filter (where f.part > 0 and " + some + ")", "zone_months")
                + column("count(*) filter (where f.part = 0 and " + some + ")", "whole_years")
                + column(both(some), "both")
                + column(
                        "count(*) filter (where "
                                + twoLevels(each -> "f." + each.count() + " > 0", " or ", " and ", "false") + ")",
                        "twice");
    }

    /**
     * The same from rows of one year.
     *
     * @param years those of the rows of a sum, in ascending order; empty if each sum is of one year
     */
    String ofYears(List<Short> years) {
        String parts = directions.stream()
                .map(direction -> "f." + direction.parts())
                .collect(Collectors.joining(" | ", "(", ")"));
        String months = "(" + parts + " >> 1)::bit(12)";
        String zones = "count(*) filter (where " + parts + " > 0)";
        String allMonths = "bit_or(" + months + ")";
        if (years.size() > 1) {
            int first = years.getFirst();
            int bits = 12 * (years.getLast() - first + 1);
            zones = "count(distinct f.zone) filter (where " + parts + " > 0)";
            allMonths = "bit_or((%s >> 1)::bit(%d) << 12 * (f.year - %d))".formatted(parts, bits, first);
        }
        return column("sum(" + entries() + ")::bigint", "entries")
                + column(zones, "zones")
                + column("bit_count(" + allMonths + ")", "months")
                + column("sum(bit_count(" + months + "))::bigint", "zone_months")
                + column("count(*) filter (where " + parts + " & 1 = 1)", "whole_years")
                + column("count(*) filter (where " + parts + " & 1 = 1 and " + parts + " > 1)", "both")
                + column(
                        "sum(bit_count((" + twoLevels(each -> "f." + each.parts(), " | ", " & ", "0")
                                + ")::bit(13)))::bigint",
                        "twice");
    }

    /**
     * The number of years with both kinds of entries: years with the first kind, plus years with the second kind, minus
     * years with any of them.
     */
    private static String both(String some) {
        String years = "count(distinct f.zone || f.year) filter (where " + some;
        return "count(*) filter (where f.part = 0 and " + some + ") + " + years + " and f.part > 0) - " + years + ")";
    }

    /**
     * What a row has of both a total and a direction.
     *
     * @param some the expression for what it has of one
     */
    private String twoLevels(Function<DirectionColumns, String> some, String or, String and, String none) {
        var levels = directions.stream()
                .collect(Collectors.partitioningBy(columns -> columns.direction() == Direction.TOTAL));
        return levels.values().stream().anyMatch(List::isEmpty)
                ? none
                : levels.values().stream()
                        .map(level -> level.stream().map(some).collect(Collectors.joining(or, "(", ")")))
                        .collect(Collectors.joining(and));
    }

    private String column(String expression, String name) {
        return ",\n " + expression + " as " + prefix() + name;
    }

    Coverage read(Row row) {
        return new Coverage(
                read(row, "entries"),
                read(row, "zones"),
                read(row, "months"),
                read(row, "zone_months"),
                read(row, "whole_years"),
                read(row, "both"),
                read(row, "twice"));
    }

    private long read(Row row, String name) {
        return row.getLong(prefix() + name);
    }

    private String prefix() {
        return of == null ? "covered_" : of.wireName() + "_";
    }
}
