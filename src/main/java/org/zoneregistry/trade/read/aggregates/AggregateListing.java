package org.zoneregistry.trade.read.aggregates;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.platform.CallerContext;
import org.zoneregistry.platform.http.read.PageRequest;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Months;
import org.zoneregistry.zone.event.Wired;

/** Lists published figures from their rows. */
@ApplicationScoped
public class AggregateListing {

    /** A parameter that is null doesn't matter; the key of the last figure given before is, where there was a page before. */
    private static final String FIND = """
            select r.*
            from (select subject, territory, year, month, business_form
                  from published_aggregate
                  where position <= $1 and revision = 1
                    and ($2::text is null or subject = $2)
                    and ($3::text is null or territory = $3)
                    and ($4::smallint is null or year = $4 and month = $5::smallint)
                    and ($6::text is null or business_form = $6)
                    and ($7::text is null
                         or (subject, territory, year, month, business_form)
                             > ($7, $8::text, $9::smallint, $10::smallint, $11::text))
                  order by subject, territory, year, month, business_form
                  limit $12::integer) f
                 join published_aggregate r using (subject, territory, year, month, business_form)
            where r.position <= $1
            order by subject, territory, year, month, business_form, revision
            """;

    private final Pool pool;

    AggregateListing(Pool pool) {
        this.pool = pool;
    }

    /** Up to one more of the figures that answer the question than the page holds. */
    Uni<List<Aggregate>> find(AggregateQuestion question, PageRequest page) {
        Period period = question.period();
        Tuple arguments = Tuple.tuple()
                .addLong(page.point().knownAt().position())
                .addString(wireName(question.subject()))
                .addString(question.territory())
                .addShort(period == null ? null : Months.year(period))
                .addShort(period == null ? null : Months.month(period))
                .addString(wireName(question.businessForm()));
        var after = page.after();
        boolean first = after.isEmpty();
        arguments
                .addString(first ? null : after.get(0))
                .addString(first ? null : after.get(1))
                .addShort(first ? null : Short.valueOf(after.get(2)))
                .addShort(first ? null : Short.valueOf(after.get(3)))
                .addString(first ? null : after.get(4))
                .addInteger(page.fetch());
        return CallerContext.returnTo(pool.preparedQuery(FIND)
                .execute(arguments)
                .map(rows -> {
                    var figures = new LinkedHashMap<List<String>, List<Row>>();
                    for (Row row : rows) {
                        figures.computeIfAbsent(key(row), key -> new ArrayList<>())
                                .add(row);
                    }
                    return figures.values().stream()
                            .map(AggregateListing::aggregate)
                            .toList();
                }));
    }

    /** What figures are sorted by. */
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
        var revisions = rows.stream().map(AggregateListing::revision).toList();
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

    private static Aggregate.Revision revision(Row row) {
        return new Aggregate.Revision(
                row.getInteger("revision"),
                new Money(row.getLong("total")),
                money(row.getLong("imports")),
                money(row.getLong("exports")),
                row.getString("source"),
                row.getLong("position"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("actor"));
    }

    private static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : new Money(fen);
    }

    private static @Nullable String wireName(@Nullable Wired value) {
        return value == null ? null : value.wireName();
    }
}
