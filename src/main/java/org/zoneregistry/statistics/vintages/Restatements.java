package org.zoneregistry.statistics.vintages;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.commands.Attribution;
import org.zoneregistry.database.Sql;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.money.Amount;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.trade.read.Months;

/** Finds the values of a figure over time, from the known ranges of its rows and the events in the log. */
@ApplicationScoped
public class Restatements {

    private final EventLog log;

    Restatements(EventLog log) {
        this.log = log;
    }

    /**
     * A figure's value from a position on.
     *
     * @param value {@code null} if it was withdrawn
     */
    private record Restated(long position, @Nullable Amount value) {}

    /** The cost of finding the values. */
    static Effort effort(RestatedFigure measure) {
        return measure instanceof RestatedFigure.Trade trade && trade.zones().isEmpty() ? Effort.SCAN : Effort.LOOK_UP;
    }

    /** The values of a page, and one more if there is a next page. */
    Uni<List<Vintages.Vintage>> find(SqlClient database, RestatedFigure measure, PageRequest page) {
        var sql = new Sql();
        return CallerContext.returnTo(sql.run(database, page(measure, page, sql))
                .map(Restatements::restated)
                .chain(this::vintages));
    }

    private static String page(RestatedFigure measure, PageRequest page, Sql sql) {
        String knownAt = sql.parameter(page.point().knownAt().position(), "bigint");
        String values = switch (measure) {
            case RestatedFigure.Trade trade -> values(trade, knownAt, sql);
            case RestatedFigure.Published published -> values(published, knownAt, sql);
        };
        return values + " and position > " + sql.parameter(page.afterPosition(), "bigint") + " order by position limit "
                + sql.parameter(page.fetch(), "integer");
    }

    /**
     * A version of an entry adds its value at the position where it begins, and subtracts it where it ends. Events
     * whose sum of changes is zero are left out.
     */
    private static String values(RestatedFigure.Trade trade, String knownAt, Sql sql) {
        Period period = trade.period();
        String wanted = "year = " + sql.parameter(Months.year(period), "smallint")
                + (period.isMonth() ? " and month = " + sql.parameter(Months.month(period), "smallint") : "")
                + sql.any("zone", trade.zones())
                + sql.any("business_form", trade.businessForms())
                + sql.any("direction", trade.directions())
                + sql.any("hs_chapter", trade.hsChapters());
        return """
                with version as (
                    select position, known_to, fen from trade_entry where %1$s
                ), change as (
                    select position, sum(fen) as fen
                    from (select position, fen from version where position <= %2$s
                          union all
                          select known_to, -fen from version where known_to <= %2$s) c
                    group by position
                    having sum(fen) <> 0
                )
                select position, value from (select position, sum(fen) over (order by position) as value from change) v
                where true\
                """.formatted(wanted, knownAt);
    }

    /** A withdrawal ends a revision without beginning another one. From then on there is no figure. */
    private static String values(RestatedFigure.Published figure, String knownAt, Sql sql) {
        String wanted = "year = " + sql.parameter(Months.year(figure.period()), "smallint")
                + " and month = " + sql.parameter(Months.month(figure.period()), "smallint")
                + sql.any("subject", List.of(figure.subject()))
                + sql.any("territory", List.of(figure.territory()))
                + sql.any("business_form", List.of(figure.businessForm()));
        return """
                with version as (
                    select position, known_to, total::numeric as value from published_aggregate
                    where %1$s and position <= %2$s
                ), revised as (
                    select position, value from version
                    union all
                    select known_to, null from version
                    where known_to <= %2$s and known_to not in (select position from version)
                )
                select position, value
                from (select position, value, lag(value) over (order by position) as before from revised) v
                where before is distinct from value\
                """.formatted(wanted, knownAt);
    }

    private static List<Restated> restated(Iterable<Row> rows) {
        var restated = new ArrayList<Restated>();
        for (Row row : rows) {
            BigDecimal fen = row.get(BigDecimal.class, "value");
            restated.add(new Restated(row.getLong("position"), fen == null ? null : Amount.ofFen(fen)));
        }
        return restated;
    }

    private Uni<List<Vintages.Vintage>> vintages(List<Restated> restated) {
        return Uni.createFrom()
                .completionStage(() -> log.findByPositions(
                        restated.stream().map(Restated::position).toList()))
                .map(events -> IntStream.range(0, restated.size())
                        .mapToObj(i -> vintage(restated.get(i), events.get(i)))
                        .toList());
    }

    private static Vintages.Vintage vintage(Restated restated, StoredEvent event) {
        var by = Attribution.of(event);
        Amount value = restated.value();
        return new Vintages.Vintage(
                event.recordedAt(),
                restated.position(),
                value == null ? null : value.toString(),
                event.id(),
                event.type(),
                event.data().path("entryId").textValue(),
                by.actor(),
                by.reason());
    }
}
