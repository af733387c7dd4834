package org.zoneregistry.trade.read.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Map;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.read.Months;

/** The table of entries' versions. */
final class EntryTable {

    /**
     * Each version is looked up by its entry. A join would compare each entry with each version while the tables are
     * new and the planner knows nothing of their size.
     */
    private static final String END = """
            update trade_entry e
            set known_to = v.at
            from (select t.position, r.at
                  from unnest($1::text[], $2::bigint[]) as r(entry, at)
                       cross join lateral (
                           select position
                           from trade_entry
                           where entry = r.entry and position < r.at and known_to is null
                           order by position desc
                           limit 1) t
                  offset 0) v
            where e.position = v.position
            """;

    /** Events come in the order of the log. Those up to the last position in the table are skipped. */
    private static final String ADD = """
            insert into trade_entry (position, known_to, fen, year, month, entry, zone, direction, business_form,
                                     hs_chapter, enterprise, partner)
            select *
            from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::smallint[], $5::smallint[], $6::text[],
                        $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[]) as r(position)
            where r.position > coalesce((select max(position) from trade_entry), 0)
            """;

    private final SqlConnection connection;

    EntryTable(SqlConnection connection) {
        this.connection = connection;
    }

    Uni<Void> write(Versions<EntryId, TradeEntry> entries) {
        return end(entries).chain(() -> add(entries));
    }

    private Uni<Void> end(Versions<EntryId, TradeEntry> entries) {
        var ended = entries.endedInTable().entrySet();
        if (ended.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = new Columns<>(ended).withText(Map.Entry::getKey).with(Long.class, Map.Entry::getValue);
        return connection.preparedQuery(END).execute(columns.arrays()).replaceWithVoid();
    }

    private Uni<Void> add(Versions<EntryId, TradeEntry> entries) {
        if (entries.begun().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var columns = new Columns<>(entries.begun())
                .with(Long.class, Versions.Known::from)
                .with(Long.class, Versions.Known::to)
                .with(Long.class, version -> version.value().value().fen())
                .with(Short.class, version -> Months.year(version.value().period()))
                .with(Short.class, version -> Months.month(version.value().period()))
                .withText(version -> version.value().id())
                .withText(version -> version.value().zone())
                .withText(version -> version.value().direction().wireName())
                .withText(version -> version.value().businessForm().wireName())
                .withText(version -> version.value().hsChapter())
                .withText(version -> version.value().enterprise())
                .withText(version -> version.value().partner());
        return connection.preparedQuery(ADD).execute(columns.arrays()).replaceWithVoid();
    }
}
