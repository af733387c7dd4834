package org.zoneregistry.statistics.completeness;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
 * @param after zone and month of the last row before; empty at the beginning
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

    /** A zone reports a month if it is live on any day of it. Entries are looked up only for the rows of the page. */
    static final String SQL = """
            with month as (
                select m::date as first, (m + interval '1 month')::date as next
                from generate_series($1::date::timestamp, $2::date::timestamp, interval '1 month') m
            ), live as (
                select distinct s.zone, m.first, m.next
                from month m
                     join zone_state s on s.valid && daterange(m.first, m.next) and s.known @> $3::bigint
                where s.status in ('established', 'operating')
                  and ($4::text[] is null or s.zone = any($4))
                  and ($5::text is null or (s.zone, m.first) > ($5, $6::date))
            ), page as (
                select l.zone, l.first, z.type, z.province, z.region
                from live l
                     left join zone_state z on z.zone = l.zone and z.known @> $3
                                           and z.valid @> coalesce($7::date, l.next - 1)
                where ($8::text[] is null or z.type = any($8)) and ($9::text[] is null or z.province = any($9))
                  and ($10::text[] is null or z.region = any($10))
                order by l.zone, l.first
                limit $11::integer
            )
            select p.zone, to_char(p.first, 'YYYY-MM') as month, p.type, p.province, p.region,
                   m.entries, m.first_position, y.entries as whole_year_entries
            from page p
                 cross join lateral (
                     select count(*) filter (where e.known_to is null or e.known_to > $3) as entries,
                            min(e.position) as first_position
                     from trade_entry e
                     where e.zone = p.zone and e.year = extract(year from p.first)::smallint
                       and e.month = extract(month from p.first)::smallint and e.position <= $3) m
                 cross join lateral (
                     select count(*) as entries
                     from trade_entry e
                     where e.zone = p.zone and e.year = extract(year from p.first)::smallint and e.month = 0
                       and e.position <= $3 and (e.known_to is null or e.known_to > $3)) y
            order by p.zone, p.first
            """;

    Tuple parameters() {
        return Tuple.tuple()
                .addValue(from.firstDay())
                .addValue(to.lastDay())
                .addValue(knownAt)
                .addValue(wanted(Dimension.ZONE))
                .addValue(after.isEmpty() ? null : after.get(0))
                .addValue(after.isEmpty() ? null : Period.parse(after.get(1)).firstDay())
                .addValue(validAt)
                .addValue(wanted(Dimension.TYPE))
                .addValue(wanted(Dimension.PROVINCE))
                .addValue(wanted(Dimension.REGION))
                .addValue(most);
    }

    private String @Nullable [] wanted(Dimension dimension) {
        Set<String> values = filter.get(dimension);
        return values == null ? null : values.toArray(String[]::new);
    }
}
