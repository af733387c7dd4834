package org.zoneregistry.trade.read.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zoneregistry.trade.event.Enterprise;
import org.zoneregistry.trade.event.EnterpriseId;

/** The table of enterprises. */
final class EnterpriseTable {

    private static final String END = """
            update enterprise e
            set known_to = r.at
            from unnest($1::text[], $2::bigint[]) as r(enterprise, at)
            where e.enterprise = r.enterprise and e.position < r.at and e.known_to is null
            """;

    private static final String ADD = """
            insert into enterprise (position, known_to, enterprise, name, zone, industry, is_leading, effective_on,
                                    effective_not_before)
            select *
            from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[],
                        $8::date[], $9::date[])
            on conflict (position) do nothing
            """;

    private static final String END_EACH = """
            update enterprise e
            set known_to = v.known_to
            from (select position, lead(position) over (partition by enterprise order by position) as known_to
                  from (select position, enterprise from enterprise
                        union all
                        select position, enterprise from bulk_withdrawal where enterprise is not null) said) v
            where e.position = v.position and v.known_to is not null
            """;

    private final SqlConnection connection;

    EnterpriseTable(SqlConnection connection) {
        this.connection = connection;
    }

    Uni<Void> write(Versions<EnterpriseId, Enterprise> enterprises) {
        if (enterprises.areUntouched()) {
            return Uni.createFrom().voidItem();
        }
        return end(enterprises.endedInTable()).chain(() -> add(enterprises.begun()));
    }

    /**
     * Ends each registration where the next one of the same enterprise begins, or where it is withdrawn. All must have
     * been added as open.
     */
    Uni<Void> endEach() {
        return connection.query(END_EACH).execute().replaceWithVoid();
    }

    private Uni<Void> end(Map<EnterpriseId, Long> ended) {
        var columns =
                new Columns<>(ended.entrySet()).withText(Map.Entry::getKey).with(Long.class, Map.Entry::getValue);
        return connection.preparedQuery(END).execute(columns.arrays()).replaceWithVoid();
    }

    private Uni<Void> add(List<Versions.Known<Enterprise>> enterprises) {
        var columns = new Columns<>(enterprises)
                .with(Long.class, Versions.Known::from)
                .with(Long.class, Versions.Known::to)
                .withText(version -> version.value().id())
                .withText(version -> version.value().name())
                .withText(version -> version.value().zone())
                .withText(version -> version.value().industry())
                .with(Boolean.class, version -> version.value().leading())
                .with(LocalDate.class, version -> version.value().effectiveOn())
                .with(LocalDate.class, version -> version.value().effectiveNotBefore());
        return connection.preparedQuery(ADD).execute(columns.arrays()).replaceWithVoid();
    }
}
