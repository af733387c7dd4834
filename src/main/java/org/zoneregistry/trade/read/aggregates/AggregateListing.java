package org.zoneregistry.trade.read.aggregates;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.database.Sql;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Months;

/** Lists published figures from their table. */
@ApplicationScoped
public class AggregateListing {

    private static final String KEY = "subject, territory, year, month, business_form";

    /** The largest number of revisions in memory. */
    private static final int MOST = 20_000;

    private final Pool pool;

    AggregateListing(Pool pool) {
        this.pool = pool;
    }

    /** The figures that match the question, at most one more than the page has. */
    Uni<List<Aggregate>> find(AggregateQuestion question, PageRequest page) {
        var sql = new Sql();
        return OffLoop.map(sql.run(pool, statement(question, page, sql)), rows -> {
            if (rows.size() > MOST) {
                throw new TooMuch(MOST, "revisions").asProblem("Ask for fewer figures with limit.");
            }
            var figures = new LinkedHashMap<List<String>, List<Row>>();
            for (Row row : rows) {
                figures.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row);
            }
            return figures.values().stream().map(AggregateListing::aggregate).toList();
        });
    }

    /** The figures of the page, and then all revisions of each. */
    private static String statement(AggregateQuestion question, PageRequest page, Sql sql) {
        long knownAt = page.point().knownAt().position();
        return "select r.*\nfrom (select " + KEY + "\n from published_aggregate\n where " + sql.known(knownAt)
                + sql.any("subject", question.subjects())
                + sql.any("territory", question.territories())
                + periods(question.periods(), sql)
                + sql.any("business_form", question.businessForms())
                + after(page.key(), sql)
                + "\n order by " + KEY + " limit " + sql.parameter(page.fetch(), "integer")
                + ") f\n join published_aggregate r using (" + KEY + ")"
                + "\nwhere r.position <= " + sql.parameter(knownAt, "bigint")
                + "\norder by " + KEY + ", revision limit " + sql.parameter(MOST + 1, "integer");
    }

    private static String periods(Set<Period> periods, Sql sql) {
        return periods.isEmpty()
                ? ""
                : " and (year, month) in (select * from unnest("
                        + sql.parameter(periods.stream().map(Months::year).toArray(Short[]::new), "smallint[]") + ", "
                        + sql.parameter(periods.stream().map(Months::month).toArray(Short[]::new), "smallint[]") + "))";
    }

    private static String after(List<String> key, Sql sql) {
        return key.isEmpty()
                ? ""
                : " and (" + KEY + ") > ("
                        + String.join(
                                ", ",
                                sql.parameter(key.get(0), "text"),
                                sql.parameter(key.get(1), "text"),
                                sql.parameter(Short.valueOf(key.get(2)), "smallint"),
                                sql.parameter(Short.valueOf(key.get(3)), "smallint"),
                                sql.parameter(key.get(4), "text"))
                        + ")";
    }

    /** The sort key of a figure. */
    static List<String> key(Aggregate figure) {
        Period period = Period.parse(figure.period());
        BusinessForm form = figure.businessForm();
        return List.of(
                figure.subject().wireName(),
                figure.territory(),
                Months.year(period).toString(),
                Months.month(period).toString(),
                form == null ? "" : form.wireName());
    }

    private static List<String> key(Row row) {
        return List.of(
                row.getString("subject"),
                row.getString("territory"),
                row.getShort("year").toString(),
                row.getShort("month").toString(),
                row.getString("business_form"));
    }

    private static Aggregate aggregate(List<Row> rows) {
        var revisions = IntStream.range(0, rows.size())
                .mapToObj(i -> revision(rows.get(i), i + 1 < rows.size() ? rows.get(i + 1) : null))
                .toList();
        var standing = revisions.getLast();
        Row row = rows.getLast();
        String form = row.getString("business_form");
        return new Aggregate(
                AggregateSubject.parse(row.getString("subject")),
                row.getString("territory"),
                Months.period(row.getShort("year"), row.getShort("month")).toString(),
                form.isEmpty() ? null : BusinessForm.parse(form),
                standing.total(),
                standing.imports(),
                standing.exports(),
                standing.source(),
                standing.position(),
                standing.recordedAt(),
                standing.actor(),
                standing.revision(),
                revisions);
    }

    /** A revision was withdrawn if no other begins where it ends. The last revision is the current one. */
    private static Aggregate.Revision revision(Row row, @Nullable Row next) {
        Long knownTo = row.getLong("known_to");
        boolean isWithdrawn = next != null && !next.getLong("position").equals(knownTo);
        return new Aggregate.Revision(
                row.getInteger("revision"),
                new Money(row.getLong("total")),
                money(row.getLong("imports")),
                money(row.getLong("exports")),
                row.getString("source"),
                row.getLong("position"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("actor"),
                isWithdrawn ? knownTo : null);
    }

    private static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : new Money(fen);
    }
}
