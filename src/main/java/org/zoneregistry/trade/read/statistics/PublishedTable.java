package org.zoneregistry.trade.read.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.read.Months;
import org.zoneregistry.trade.read.statistics.TradeBatch.Published;

/** The table of published figures. */
final class PublishedTable {

    private static final String END = """
            update published_aggregate p
            set known_to = r.at
            from unnest($1::text[], $2::text[], $3::smallint[], $4::smallint[], $5::text[], $6::bigint[])
                as r(subject, territory, year, month, business_form, at)
            where (p.subject, p.territory, p.year, p.month, p.business_form)
                    = (r.subject, r.territory, r.year, r.month, r.business_form)
              and p.position < r.at and p.known_to is null
            """;

    private static final String ADD = """
            insert into published_aggregate (position, known_to, revision, subject, territory, year, month,
                                             business_form, total, imports, exports, source, recorded_at, actor)
            select position, known_to,
                   row_number() over (partition by subject, territory, year, month, business_form order by position)
                       + (select count(*) from published_aggregate p
                          where (p.subject, p.territory, p.year, p.month, p.business_form)
                                  = (r.subject, r.territory, r.year, r.month, r.business_form)
                            and p.position < r.position),
                   subject, territory, year, month, business_form, total, imports, exports, source, recorded_at, actor
            from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::smallint[], $6::smallint[], $7::text[],
                        $8::bigint[], $9::bigint[], $10::bigint[], $11::text[], $12::timestamptz[], $13::text[])
                as r(position, known_to, subject, territory, year, month, business_form, total, imports, exports,
                     source, recorded_at, actor)
            on conflict (position) do nothing
            """;

    private static final String NUMBER = """
            update published_aggregate p
            set known_to = v.known_to, revision = v.revision
            from (select position, lead(position) over w as known_to,
                         count(*) filter (where is_figure) over w as revision
                  from (select position, subject, territory, year, month, business_form, true as is_figure
                        from published_aggregate
                        union all
                        select position, subject, territory, year, month, business_form, false
                        from bulk_withdrawal
                        where enterprise is null) said
                  window w as (partition by subject, territory, year, month, business_form order by position)) v
            where p.position = v.position and (v.known_to is not null or v.revision > 1)
            """;

    private final SqlConnection connection;

    PublishedTable(SqlConnection connection) {
        this.connection = connection;
    }

    Uni<Void> write(Versions<PublishedAggregate.Key, Published> figures) {
        if (figures.areUntouched()) {
            return Uni.createFrom().voidItem();
        }
        return end(figures.endedInTable()).chain(() -> add(figures.begun()));
    }

    /**
     * Numbers the revisions, and ends each where the next begins or the figure is withdrawn. All must have been added
     * as open first revisions.
     */
    Uni<Void> number() {
        return connection.query(NUMBER).execute().replaceWithVoid();
    }

    private Uni<Void> end(Map<PublishedAggregate.Key, Long> ended) {
        var columns = new Columns<>(ended.entrySet())
                .withText(end -> end.getKey().subject().wireName())
                .withText(end -> end.getKey().territory())
                .with(Short.class, end -> Months.year(end.getKey().period()))
                .with(Short.class, end -> Months.month(end.getKey().period()))
                .withText(end -> form(end.getKey().businessForm()))
                .with(Long.class, Map.Entry::getValue);
        return connection.preparedQuery(END).execute(columns.arrays()).replaceWithVoid();
    }

    private Uni<Void> add(List<Versions.Known<Published>> figures) {
        var columns = new Columns<>(figures)
                .with(Long.class, Versions.Known::from)
                .with(Long.class, Versions.Known::to)
                .withText(version -> version.value().aggregate().subject().wireName())
                .withText(version -> version.value().aggregate().territory())
                .with(
                        Short.class,
                        version -> Months.year(version.value().aggregate().period()))
                .with(
                        Short.class,
                        version -> Months.month(version.value().aggregate().period()))
                .withText(version -> form(version.value().aggregate().businessForm()))
                .with(Long.class, version -> version.value().aggregate().total().fen())
                .with(Long.class, version -> fen(version.value().aggregate().imports()))
                .with(Long.class, version -> fen(version.value().aggregate().exports()))
                .withText(version -> version.value().aggregate().source())
                .with(
                        OffsetDateTime.class,
                        version -> version.value().recordedAt().atOffset(ZoneOffset.UTC))
                .withText(version -> version.value().actor());
        return connection.preparedQuery(ADD).execute(columns.arrays()).replaceWithVoid();
    }

    static String form(@Nullable BusinessForm form) {
        return form == null ? "" : form.wireName();
    }

    static @Nullable Long fen(@Nullable Money money) {
        return money == null ? null : money.fen();
    }
}
