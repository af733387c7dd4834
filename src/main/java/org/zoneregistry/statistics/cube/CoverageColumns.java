package org.zoneregistry.statistics.cube;

import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.Direction;

/**
 * The SQL columns with the coverage of sums, from rows of one zone and one part of a year each.
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

    /** The columns, to be appended to a list of columns. */
    String sql() {
        String some = entries() + " > 0";
        return column("sum(" + entries() + ")::bigint", "entries")
                + column("count(distinct f.zone) filter (where " + some + ")", "zones")
                + column("count(distinct f.year * 13 + f.part) filter (where f.part > 0 and " + some + ")", "months")
                + column("count(*) filter (where f.part > 0 and " + some + ")", "zone_months")
                + column("count(*) filter (where f.part = 0 and " + some + ")", "whole_years")
                + column(both(some), "both")
                + column("count(*) filter (where " + twoLevels() + ")", "twice");
    }

    /**
     * The number of years with both kinds of entries: years with the first kind, plus years with the second kind, minus
     * years with any of them.
     */
    private static String both(String some) {
        String years = "count(distinct f.zone || f.year) filter (where " + some;
        return "count(*) filter (where f.part = 0 and " + some + ") + " + years + " and f.part > 0) - " + years + ")";
    }

    /** Whether a row has entries of a total and of a direction. */
    private String twoLevels() {
        Map<Boolean, List<String>> counts = directions.stream()
                .collect(Collectors.partitioningBy(
                        columns -> columns.direction() == Direction.TOTAL,
                        Collectors.mapping(columns -> "f." + columns.count() + " > 0", Collectors.toList())));
        return counts.values().stream().anyMatch(List::isEmpty)
                ? "false"
                : counts.values().stream()
                        .map(each -> "(" + String.join(" or ", each) + ")")
                        .collect(Collectors.joining(" and "));
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
