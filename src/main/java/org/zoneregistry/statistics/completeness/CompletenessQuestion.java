package org.zoneregistry.statistics.completeness;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.database.Sql;
import org.zoneregistry.statistics.cube.Dimension;
import org.zoneregistry.trade.event.Period;

/**
 * The requested zones and months.
 *
 * @param from the first month, or the year that begins with it
 * @param to the last month, or the year that ends with it
 * @param filter only zones with one of these values of zone, type, province or region
 * @param validAt the day that decides a zone's type, province and region; {@code null} for each month's last
 * @param knownAt the prefix of the log
 * @param after zone and month of the last row of the previous page; empty for the first page
 * @param most the largest number of rows
 */
record CompletenessQuestion(
        Period from,
        Period to,
        Map<Dimension, Set<String>> filter,
        @Nullable LocalDate validAt,
        long knownAt,
        List<String> after,
        int most) {

    /**
     * A row for each zone and each month in which the zone is live on any day. Looks up entries only for the rows of
     * the page.
     */
    String rows(Sql sql) {
        String prefix = sql.parameter(knownAt, "bigint");
        String version = sql.known(knownAt);
        return """
                with month as (
                    select m::date as first, (m + interval '1 month')::date as next
                    from generate_series(%1$s::timestamp, %2$s::timestamp, interval '1 month') m
                ), live as (
                    select distinct s.zone, m.first, m.next
                    from month m
                         join zone_state s on s.valid && daterange(m.first, m.next) and s.known @> %3$s
                    where s.status in ('established', 'operating')%4$s
                ), page as (
                    select l.zone, l.first, z.type, z.province, z.region
                    from live l
                         left join zone_state z on z.zone = l.zone and z.known @> %3$s
                                               and z.valid @> coalesce(%5$s, l.next - 1)
                    where true%6$s
                    order by l.zone, l.first
                    limit %7$s
                )
                select p.zone, to_char(p.first, 'YYYY-MM') as month, p.type, p.province, p.region,
                       m.entries, m.first_position, y.entries as whole_year_entries
                from page p
                     cross join lateral (
                         select count(*) filter (where %8$s) as entries, min(e.position) as first_position
                         from trade_entry e
                         where e.zone = p.zone and e.year = extract(year from p.first)::smallint
                           and e.month = extract(month from p.first)::smallint and e.position <= %3$s) m
                     cross join lateral (
                         select count(*) as entries
                         from trade_entry e
                         where e.zone = p.zone and e.year = extract(year from p.first)::smallint and e.month = 0
                           and %8$s) y
                order by p.zone, p.first
                """.formatted(
                        sql.parameter(from.firstDay(), "date"),
                        sql.parameter(to.lastDay(), "date"),
                        prefix,
                        sql.any("s.zone", filter.get(Dimension.ZONE)) + after(sql),
                        sql.parameter(validAt, "date"),
                        sql.any("z.type", filter.get(Dimension.TYPE))
                                + sql.any("z.province", filter.get(Dimension.PROVINCE))
                                + sql.any("z.region", filter.get(Dimension.REGION)),
                        sql.parameter(most, "integer"),
                        version);
    }

    private String after(Sql sql) {
        return after.isEmpty()
                ? ""
                : " and (s.zone, m.first) > (" + sql.parameter(after.get(0), "text") + ", "
                        + sql.parameter(Period.parse(after.get(1)).firstDay(), "date") + ")";
    }
}
