package org.zoneregistry.statistics.cube;

import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.database.Sql;
import org.zoneregistry.money.Amount;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Blocks;

/**
 * The SQL statement for the common part of the sums of periods with those of the year before and of a base period. It
 * compares the trade of zones in months and whole years with the trade of the same zones in the earlier ones, where
 * both state the same: imports, exports, or all trade. It uses window functions, which stay fast even if the planner
 * has no statistics of new tables.
 */
final class MatchingStatement {

    private final Sql sql;
    private final CubeStatement cube;
    private final CoverageColumns wanted;
    private final CubeQuestion question;
    private final Period base;
    private final List<Dimension> keys;

    /**
     * @param question broken down by years if it is about years, otherwise by months
     * @param base the period of the second comparison, after the year before
     */
    MatchingStatement(Sql sql, CubeQuestion question, Period base, Blocks blocks) {
        this.sql = sql;
        this.wanted = CoverageColumns.together(Cube.directions(question));
        this.cube = CubeStatement.ofParts(sql, question, blocks);
        this.question = question;
        this.base = base;
        this.keys = question.groupBy().stream().sorted().toList();
    }

    String sql(int most) {
        String columns = keys.stream().map(MatchingStatement::name).collect(Collectors.joining(", "));
        Integer month = base.month();
        String year = sql.parameter((short) base.year(), "smallint");
        String part = month == null ? "part" : sql.parameter(month.shortValue(), "smallint");
        return cube.cells() + ", trade as (" + trade()
                + """
                ), paired as (
                select *, count(*) over before as b_rows, sum(fen) over before as b_fen,
                 count(*) filter (where year = %1$s and part = %2$s) over same as a_rows,
                 sum(fen) filter (where year = %1$s and part = %2$s) over same as a_fen
                from trade
                window before as (partition by zone, part, stated%3$s
                  order by year range between 1 preceding and 1 preceding),
                 same as (partition by zone, stated%4$s%3$s))
                select %5$s""".formatted(year, part, equalColumns(), month == null ? ", part" : "", columns)
                + common("b", "part") + common("a", part)
                + "\nfrom paired\nwhere b_rows > 0 or a_rows > 0\ngroup by " + columns
                + "\nlimit " + sql.parameter(most, "integer");
    }

    /** The columns that must be equal in a zone's rows of two periods. */
    private String equalColumns() {
        return keys.stream()
                .filter(key -> key != Dimension.YEAR && key != Dimension.MONTH)
                .map(key -> ", " + name(key))
                .collect(Collectors.joining());
    }

    Matching read(Row row) {
        Map<Dimension, @Nullable String> key = new EnumMap<>(Dimension.class);
        keys.forEach(each -> key.put(each, row.getString(name(each))));
        return new Matching(key, read(row, "b"), read(row, "a"));
    }

    private static Matching.Common read(Row row, String earlier) {
        return new Matching.Common(
                row.getLong(earlier + "_zones"),
                row.getLong(earlier + "_zone_months"),
                row.getLong(earlier + "_whole_years"),
                Amount.ofFen(Objects.requireNonNull(row.get(BigDecimal.class, earlier + "_earlier"))),
                Amount.ofFen(Objects.requireNonNull(row.get(BigDecimal.class, earlier + "_later"))));
    }

    /** The trade of zones, in one row for each part of a year and all keys. */
    private String trade() {
        boolean byDirection = question.groupBy().contains(Dimension.DIRECTION);
        String columns = keys.stream()
                .map(key -> (key == Dimension.DIRECTION ? "d.direction" : cube.key(key)) + " as " + name(key))
                .collect(Collectors.joining(", "));
        return "\nselect " + columns + ", f.zone, f.year, f.part, " + (byDirection ? "d.fen" : fen()) + " as fen, "
                + (byDirection ? "0" : stated()) + " as stated"
                + "\nfrom cell f" + cube.zones()
                + (byDirection ? "\n cross join lateral (values " + values() + ") d (direction, fen, entries)" : "")
                + "\nwhere " + (byDirection ? "d.entries" : wanted.entries()) + " > 0" + cube.attributes();
    }

    /** Which directions a row states: imports, exports, or all trade, as a total or as both. */
    private String stated() {
        String imports = states(Direction.IMPORT);
        String exports = states(Direction.EXPORT);
        return "case when " + states(Direction.TOTAL) + " or (" + imports + " and " + exports + ") then 3 when "
                + imports + " then 1 else 2 end";
    }

    private String states(Direction direction) {
        return wanted.directions().stream()
                .filter(each -> each.direction() == direction)
                .map(each -> "f." + each.count() + " > 0")
                .findAny()
                .orElse("false");
    }

    private String fen() {
        return wanted.directions().stream()
                .map(direction -> "f." + direction.sum())
                .collect(Collectors.joining(" + "));
    }

    private String values() {
        return wanted.directions().stream().map(MatchingStatement::value).collect(Collectors.joining(", "));
    }

    private static String value(DirectionColumns direction) {
        return "('%s', f.%s, f.%s)".formatted(direction.value(), direction.sum(), direction.count());
    }

    /**
     * The columns of the common part with an earlier period.
     *
     * @param earlier the prefix of the earlier period's columns
     * @param part the expression for its part of the year
     */
    private static String common(String earlier, String part) {
        return """
                ,
                 count(distinct zone) filter (where %1$s_rows > 0) as %1$s_zones,
                 count(*) filter (where %1$s_rows > 0 and %2$s > 0) as %1$s_zone_months,
                 count(*) filter (where %1$s_rows > 0 and %2$s = 0) as %1$s_whole_years,
                 coalesce(sum(%1$s_fen), 0) as %1$s_earlier,
                 coalesce(sum(fen) filter (where %1$s_rows > 0), 0) as %1$s_later\
                """.formatted(earlier, part);
    }

    private static String name(Dimension key) {
        return "by_" + key.name().toLowerCase(Locale.ROOT);
    }
}
