package org.zoneregistry.trade.read.list;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Blocks;
import org.zoneregistry.trade.read.Months;
import org.zoneregistry.zone.event.Wired;

/** The SQL statement for a page of entries. */
final class EntryStatement {

    private final EntryQuestion question;
    private final PageRequest page;
    private final Tuple parameters = Tuple.tuple();

    EntryStatement(EntryQuestion question, PageRequest page) {
        this.question = question;
        this.page = page;
    }

    /** Call {@link #sql()} first. */
    Tuple parameters() {
        return parameters;
    }

    String sql() {
        String knownAt = parameter(page.point().knownAt().position(), "bigint");
        return "select position, entry, zone, year, month, direction, business_form, hs_chapter, enterprise, partner,"
                + " fen\nfrom trade_entry e\n"
                + "where position <= " + knownAt + " and (known_to is null or known_to > " + knownAt + ")"
                + any("zone", question.zones())
                + period()
                + any("business_form", wireNames(question.businessForms()))
                + any("direction", wireNames(question.directions()))
                + any("hs_chapter", question.hsChapters())
                + any("enterprise", question.enterprises())
                + any("partner", question.partners())
                + orphaned(knownAt)
                + after()
                + "\norder by zone, year, month, entry limit " + parameter(page.fetch(), "integer");
    }

    private String period() {
        return question.periods().isEmpty()
                ? ""
                : question.periods().stream().map(this::in).collect(Collectors.joining(" or ", "\n and (", ")"));
    }

    private String in(Period period) {
        String year = "year = " + parameter(Months.year(period), "smallint");
        return period.isMonth()
                ? "(" + year + " and month = " + parameter(Months.month(period), "smallint") + ")"
                : year;
    }

    /**
     * Checks once for each pair of zone and period whether the zone is live in it. The pairs come from the sums, and
     * from the entries after them.
     */
    private String orphaned(String knownAt) {
        if (question.orphaned() == null) {
            return "";
        }
        String before = parameter(
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
                : "\n and (zone, year, month, entry) > (" + parameter(after.get(0), "text") + ", "
                        + parameter(Short.valueOf(after.get(1)), "smallint") + ", "
                        + parameter(Short.valueOf(after.get(2)), "smallint") + ", " + parameter(after.get(3), "text")
                        + ")";
    }

    private String any(String column, Collection<?> values) {
        return switch (values.size()) {
            case 0 -> "";
            case 1 ->
                "\n and " + column + " = " + parameter(values.iterator().next().toString(), "text");
            default ->
                "\n and " + column + " = any("
                        + parameter(values.stream().map(Object::toString).toArray(String[]::new), "text[]") + ")";
        };
    }

    private static List<String> wireNames(Collection<? extends Wired> values) {
        return values.stream().map(Wired::wireName).toList();
    }

    private String parameter(Object value, String type) {
        parameters.addValue(value);
        return "$" + parameters.size() + "::" + type;
    }
}
