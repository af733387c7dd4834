package org.zoneregistry.zone.read.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.stream.StreamSupport;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneStates;

/** Lists zones from their table. */
final class ZoneListing {

    private ZoneListing() {}

    /**
     * The result.
     *
     * @param total how many zones match
     * @param fetched at most one more of them than the page has
     */
    record Found(long total, List<Zone> fetched) {}

    static Uni<Found> find(SqlClient database, ZoneQuestion question, PageRequest page) {
        var all = question.at(page.point());
        var rest = all.after(page);
        return database.preparedQuery("select count(*) from zone_state where " + all.sql())
                .execute(all.parameters())
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(total -> OffLoop.map(
                        database.preparedQuery("select " + ZoneStates.COLUMNS + " from zone_state where " + rest.sql()
                                        + " order by zone limit " + page.fetch())
                                .execute(rest.parameters()),
                        rows -> new Found(
                                total,
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(ZoneStates::read)
                                        .toList())));
    }
}
