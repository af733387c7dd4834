package org.zoneregistry.zone.read.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.database.Sql;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneMember;

/** Lists zones from their table. */
final class ZoneListing {

    private ZoneListing() {}

    /**
     * The result.
     *
     * @param total how many zones match
     * @param fetched the zones of the page, and one more if there is a next page
     */
    record Found(long total, List<Zone> fetched) {}

    static Uni<Found> find(SqlClient database, ZoneQuestion question, PageRequest page) {
        var count = new Sql();
        var list = new Sql();
        return count.run(database, "select count(*) " + question.rows(count, page.point(), Optional.empty()))
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(total -> OffLoop.map(
                        list.run(
                                database,
                                "select " + ZoneMember.COLUMNS + " " + question.rows(list, page.point(), page.after())
                                        + " order by zone limit " + page.fetch()),
                        rows -> new Found(
                                total,
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(ZoneMember::read)
                                        .toList())));
    }
}
