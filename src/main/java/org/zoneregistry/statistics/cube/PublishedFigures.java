package org.zoneregistry.statistics.cube;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.read.Months;

/** Published figures from the rows of the projection {@code statistics}. */
public final class PublishedFigures {

    /**
     * A published figure.
     *
     * @param position its place in the log
     */
    public record PublishedFigure(PublishedAggregate aggregate, long position) {}

    private static final String FIND = """
            select p.position, p.subject, p.territory, p.year, p.month, p.business_form, p.total, p.imports, p.exports,
                   p.source
            from unnest($1::text[], $2::text[], $3::smallint[], $4::smallint[], $5::text[])
                     as k(subject, territory, year, month, business_form)
                 join published_aggregate p using (subject, territory, year, month, business_form)
            where p.position <= $6 and (p.known_to is null or p.known_to > $6)
            order by p.subject, p.territory, p.year, p.month, p.business_form
            """;

    private final SqlClient database;

    /** Figures from the tables of a database. */
    public PublishedFigures(SqlClient database) {
        this.database = database;
    }

    /** The latest revision, in the prefix, of each of the keys. Keys without a published figure are left out. */
    public Uni<List<PublishedFigure>> find(Collection<PublishedAggregate.Key> keys, long knownAt) {
        List<PublishedAggregate.Key> each = keys.stream().distinct().toList();
        Tuple arguments = Tuple.tuple()
                .addValue(texts(each, key -> key.subject().wireName()))
                .addValue(texts(each, PublishedAggregate.Key::territory))
                .addValue(numbers(each, key -> Months.year(key.period())))
                .addValue(numbers(each, key -> Months.month(key.period())))
                .addValue(texts(each, key -> form(key.businessForm())))
                .addValue(knownAt);
        return CallerContext.returnTo(database.preparedQuery(FIND)
                .execute(arguments)
                .map(rows -> {
                    var figures = new ArrayList<PublishedFigure>();
                    for (Row row : rows) {
                        figures.add(new PublishedFigure(aggregate(row), row.getLong("position")));
                    }
                    return List.copyOf(figures);
                }));
    }

    private static PublishedAggregate aggregate(Row row) {
        String form = row.getString("business_form");
        return new PublishedAggregate(
                AggregateSubject.parse(row.getString("subject")),
                row.getString("territory"),
                Months.period(row.getShort("year"), row.getShort("month")),
                form.isEmpty() ? null : BusinessForm.parse(form),
                new Money(row.getLong("total")),
                money(row.getLong("imports")),
                money(row.getLong("exports")),
                row.getString("source"));
    }

    private static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : new Money(fen);
    }

    private static String form(@Nullable BusinessForm form) {
        return form == null ? "" : form.wireName();
    }

    private static String[] texts(List<PublishedAggregate.Key> keys, Function<PublishedAggregate.Key, String> value) {
        return keys.stream().map(value).toArray(String[]::new);
    }

    private static Short[] numbers(List<PublishedAggregate.Key> keys, Function<PublishedAggregate.Key, Short> value) {
        return keys.stream().map(value).toArray(Short[]::new);
    }
}
