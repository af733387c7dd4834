package org.zoneregistry.statistics.vintages;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.eventstore.StoredEvent;
import org.zoneregistry.money.Amount;
import org.zoneregistry.platform.CallerContext;
import org.zoneregistry.platform.command.Attribution;
import org.zoneregistry.platform.http.read.PageRequest;
import org.zoneregistry.trade.read.Months;
import org.zoneregistry.zone.event.Wired;

/** Finds what figures were, from the known ranges of the rows that they come from, and the events in the log. */
@ApplicationScoped
public class Restatements {

    /** A version adds its value where it begins to be known and takes it away where it ends; events that do both cancel out. */
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

    private static final String PUBLISHED = """
            select position, value
            from (select position, total::numeric as value, lag(total) over (order by position) as before
                  from published_aggregate
                  where subject = $1 and territory = $2 and year = $3::smallint and month = $4::smallint
                    and business_form = $5 and position <= $6) v
            where before is distinct from value and position > $7 order by position limit $8::integer
            """;

    private final Pool pool;
    private final EventLog log;

    Restatements(Pool pool, EventLog log) {
        this.pool = pool;
        this.log = log;
    }

    private record Restated(long position, Amount value) {}

    /** Up to one more than the page holds. */
    Uni<List<Vintages.Vintage>> find(Measure measure, PageRequest page) {
        long after = page.after().isEmpty() ? 0 : Long.parseLong(page.after().getFirst());
        Tuple arguments = arguments(measure)
                .addLong(page.point().knownAt().position())
                .addLong(after)
                .addInteger(page.fetch());
        String sql = measure instanceof Measure.Trade ? TRADE : PUBLISHED;
        return CallerContext.returnTo(pool.preparedQuery(sql)
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
            restated.add(new Restated(
                    row.getLong("position"), Amount.ofFen(Objects.requireNonNull(row.get(BigDecimal.class, "value")))));
        }
        return restated;
    }

    private Uni<List<Vintages.Vintage>> vintages(List<Restated> restated) {
        return Multi.createFrom()
                .iterable(restated)
                .onItem()
                .transformToUni(each -> Uni.createFrom()
                        .completionStage(() -> log.findByPosition(each.position()))
                        .map(event -> vintage(each, event.orElseThrow())))
                .merge(8)
                .collect()
                .asList()
                .map(vintages -> vintages.stream()
                        .sorted(Comparator.comparingLong(Vintages.Vintage::position))
                        .toList());
    }

    private static Vintages.Vintage vintage(Restated restated, StoredEvent event) {
        var by = Attribution.of(event);
        return new Vintages.Vintage(
                event.recordedAt(),
                restated.position(),
                restated.value().toString(),
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
