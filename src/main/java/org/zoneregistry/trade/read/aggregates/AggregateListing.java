package org.zoneregistry.trade.read.aggregates;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Months;
import org.zoneregistry.zone.event.Wired;

/** Lists published figures from their table. */
@ApplicationScoped
public class AggregateListing {

    /** A null parameter has no effect. On later pages, the key is that of the last figure of the page before. */
    private static final String FIND = """
            select r.*
            from (select subject, territory, year, month, business_form
                  from published_aggregate
                  where position <= $1 and (known_to is null or known_to > $1)
                    and ($2::text[] is null or subject = any($2))
                    and ($3::text[] is null or territory = any($3))
                    and ($4::smallint[] is null
                         or (year, month) in (select p.year, p.month from unnest($4, $5::smallint[]) p(year, month)))
                    and ($6::text[] is null or business_form = any($6))
                    and ($7::text is null
                         or (subject, territory, year, month, business_form)
                             > ($7, $8::text, $9::smallint, $10::smallint, $11::text))
                  order by subject, territory, year, month, business_form
                  limit $12::integer) f
                 join published_aggregate r using (subject, territory, year, month, business_form)
            where r.position <= $1
            order by subject, territory, year, month, business_form, revision
            limit $13::integer
            """;

    /** The largest number of revisions in memory. */
    private static final int MOST = 20_000;

    private final Pool pool;

    AggregateListing(Pool pool) {
        this.pool = pool;
    }

    /** The figures that match the question, at most one more than the page has. */
    Uni<List<Aggregate>> find(AggregateQuestion question, PageRequest page) {
        Tuple arguments = Tuple.tuple()
                .addLong(page.point().knownAt().position())
                .addArrayOfString(any(question.subjects(), Wired::wireName, String[]::new))
                .addArrayOfString(any(question.territories(), territory -> territory, String[]::new))
                .addArrayOfShort(any(question.periods(), Months::year, Short[]::new))
                .addArrayOfShort(any(question.periods(), Months::month, Short[]::new))
                .addArrayOfString(any(question.businessForms(), Wired::wireName, String[]::new));
        var after = page.key();
        boolean first = after.isEmpty();
        arguments
                .addString(first ? null : after.get(0))
                .addString(first ? null : after.get(1))
                .addShort(first ? null : Short.valueOf(after.get(2)))
                .addShort(first ? null : Short.valueOf(after.get(3)))
                .addString(first ? null : after.get(4))
                .addInteger(page.fetch())
                .addInteger(MOST + 1);
        return OffLoop.map(pool.preparedQuery(FIND).execute(arguments), rows -> {
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

    private static <T, V> V @Nullable [] any(Set<T> values, Function<? super T, V> column, IntFunction<V[]> array) {
        return values.isEmpty() ? null : values.stream().map(column).toArray(array);
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
