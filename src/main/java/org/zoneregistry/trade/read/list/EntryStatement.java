package org.zoneregistry.trade.read.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.stream.Collectors;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.database.Sql;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.trade.read.Months;

/** The SQL statement for a page of entries. */
final class EntryStatement {

    private final Sql sql = new Sql();
    private final EntryQuestion question;
    private final PageRequest page;

    EntryStatement(EntryQuestion question, PageRequest page) {
        this.question = question;
        this.page = page;
    }

    Uni<RowSet<Row>> run(SqlClient database) {
        return sql.run(
                database,
                "select position, entry, zone, year, month, direction, business_form, hs_chapter, enterprise, partner,"
                        + " fen"
                        + "\nfrom trade_entry e"
                        + "\nwhere " + sql.known(page.point().knownAt().position())
                        + sql.any("zone", question.zones())
                        + period()
                        + sql.any("business_form", question.businessForms())
                        + sql.any("direction", question.directions())
                        + sql.any("hs_chapter", question.hsChapters())
                        + sql.any("enterprise", question.enterprises())
                        + sql.any("partner", question.partners())
                        + orphaned()
                        + after()
                        + "\norder by zone, year, month, entry limit " + sql.parameter(page.fetch(), "integer"));
    }

    private String period() {
        return question.periods().isEmpty()
                ? ""
                : question.periods().stream().map(this::in).collect(Collectors.joining(" or ", "\n and (", ")"));
    }

    private String in(Period period) {
        String year = "year = " + sql.parameter(Months.year(period), "smallint");
        return period.isMonth()
                ? "(" + year + " and month = " + sql.parameter(Months.month(period), "smallint") + ")"
                : year;
    }

    /**
     * Checks once for each pair of zone and period whether the zone is live in it. The pairs come from the sums, and
     * from the entries after them.
     */
    private String orphaned() {
        if (question.orphaned() == null) {
            return "";
        }
        String knownAt = sql.parameter(page.point().knownAt().position(), "bigint");
        String before = sql.parameter(
                Blocks.OF_THE_PROJECTION.before(
                        Blocks.OF_THE_PROJECTION.whole(page.point().knownAt().position())),
                "bigint");
        return """

                 and (zone, year, month) %s (
                     select zone, year, month
                     from (select zone, year, part as month from trade_sum where dimension = 'zone' and part >= 0
                           union
                           select zone, year, month from trade_entry where position > %s and position <= %s) p
                     where not exists (
                         select from zone_state z
                         where z.zone = p.zone and z.known @> %s and z.status in ('established', 'operating')
                           and z.valid && daterange(
                                   make_date(year, greatest(month, 1), 1),
                                   (make_date(year, greatest(month, 1), 1)
                                       + case when month = 0
                                              then interval '1 year' else interval '1 month' end)::date)))
                """.formatted(question.orphaned() ? "in" : "not in", before, knownAt, knownAt);
    }

    private String after() {
        var after = page.key();
        return after.isEmpty()
                ? ""
                : "\n and (zone, year, month, entry) > (" + sql.parameter(after.get(0), "text") + ", "
                        + sql.parameter(Short.valueOf(after.get(1)), "smallint") + ", "
                        + sql.parameter(Short.valueOf(after.get(2)), "smallint") + ", "
                        + sql.parameter(after.get(3), "text")
                        + ")";
    }
}
