package org.zoneregistry.zone.read.list;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.zoneregistry.asof.PageRequest;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.database.Sql;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.read.Zone;
import org.zoneregistry.zone.read.ZoneNameAnswer;

/** Lists zones from their rows. */
final class ZoneListing {

    private ZoneListing() {}

    /**
     * What was found.
     *
     * @param total how many answer the question
     * @param fetched up to one more of them than the page holds
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
                                "select * " + question.rows(list, page.point(), page.after()) + " order by zone limit "
                                        + page.fetch()),
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
