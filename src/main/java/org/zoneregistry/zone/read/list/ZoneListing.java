package org.zoneregistry.zone.read.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneNameAnswer;

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
                        database.preparedQuery("select * from zone_state where " + rest.sql() + " order by zone limit "
                                        + page.fetch())
                                .execute(rest.parameters()),
                        rows -> new Found(
                                total,
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(ZoneListing::zone)
                                        .toList())));
    }

    private static Zone zone(Row row) {
        return new Zone(
                row.getString("zone"),
                new ZoneNameAnswer(row.getString("name_en"), row.getString("name_zh")),
                ZoneType.parse(row.getString("type")),
                ZoneStatus.parse(row.getString("status")),
                row.getString("province"),
                Region.valueOf(row.getString("region").toUpperCase(Locale.ROOT)),
                row.getString("customs_district"),
                row.getBigDecimal("area_km2"),
                Stream.of(row.getArrayOfStrings("facilities"))
                        .map(FacilityKind::parse)
                        .toList(),
                List.of(row.getArrayOfStrings("predecessors")),
                row.getString("successor"),
                row.getLocalDate("established_on"),
                row.getLocalDate("established_not_before"),
                row.getLocalDate("effective_on"),
                row.getLocalDate("effective_not_before"));
    }
}
