package org.zoneregistry.statistics.vintages;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.heavy.Effort;
import org.zoneregistry.commands.Attribution;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.money.Amount;
import org.zoneregistry.process.CallerContext;
import org.zoneregistry.trade.read.Months;
import org.zoneregistry.zone.event.Wired;

/** Finds the values of figures over time, from the known ranges of their rows, and from the events in the log. */
@ApplicationScoped
public class Restatements {

    /**
     * A version adds its value where its known range begins and subtracts it where it ends; changes of one event cancel
     * out.
     */
    private static final String TRADE = """
            with version as (
                select position, known_to, fen from trade_entry
                where ($1::text is null or zone = $1) and year = $2::smallint and ($3::smallint = 0 or month = $3)
                  and ($4::text is null or business_form = $4) and ($5::text is null or direction = $5)
            ), change as (
                select position, sum(fen) as fen
                from (select position, fen from version where position <= $6
                      union all
                      select known_to, -fen from version where known_to <= $6) c
                group by position
                having sum(fen) <> 0
            )
            select position, value from (select position, sum(fen) over (order by position) as value from change) v
            where position > $7 order by position limit $8::integer
            """;

    /** A withdrawal ends a revision without a new one; from then on there is no figure. */
    private static final String PUBLISHED = """
            with version as (
                select position, known_to, total::numeric as value from published_aggregate
                where subject = $1 and territory = $2 and year = $3::smallint and month = $4::smallint
                  and business_form = $5 and position <= $6
            ), said as (
                select position, value from version
                union all
                select known_to, null from version
                where known_to <= $6 and known_to not in (select position from version)
            )
            select position, value
            from (select position, value, lag(value) over (order by position) as before from said) v
            where before is distinct from value and position > $7 order by position limit $8::integer
            """;

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

    /** The cost of finding them. */
    static Effort effort(Measure measure) {
        return measure instanceof Measure.Trade trade && trade.zone() == null ? Effort.SCAN : Effort.LOOK_UP;
    }

    /** At most one more than the page has. */
    Uni<List<Vintages.Vintage>> find(SqlClient database, Measure measure, PageRequest page) {
        Tuple arguments = arguments(measure)
                .addLong(page.point().knownAt().position())
                .addLong(page.afterPosition())
                .addInteger(page.fetch());
        String sql = measure instanceof Measure.Trade ? TRADE : PUBLISHED;
        return CallerContext.returnTo(database.preparedQuery(sql)
                .execute(arguments)
                .map(Restatements::restated)
                .chain(this::vintages));
    }

    private static Tuple arguments(Measure measure) {
        return switch (measure) {
            case Measure.Trade trade ->
                Tuple.tuple()
                        .addString(trade.zone() == null ? null : trade.zone().value())
                        .addShort(Months.year(trade.period()))
                        .addShort(Months.month(trade.period()))
                        .addString(wireName(trade.businessForm()))
                        .addString(wireName(trade.direction()));
            case Measure.Published(var key) ->
                Tuple.tuple()
                        .addString(key.subject().wireName())
                        .addString(key.territory())
                        .addShort(Months.year(key.period()))
                        .addShort(Months.month(key.period()))
                        .addString(Objects.requireNonNullElse(wireName(key.businessForm()), ""));
        };
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

    private static @Nullable String wireName(@Nullable Wired value) {
        return value == null ? null : value.wireName();
    }
}
