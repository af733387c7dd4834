package org.zoneregistry.zone.read;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.heavy.OffLoop;
import org.zoneregistry.asof.heavy.TooMuch;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneType;

/** A zone that was live on a day, with the few members that figures of all zones need. */
public record LiveZone(
        String code,
        ZoneType type,
        String province,
        Region region,
        @Nullable BigDecimal areaKm2,
        List<FacilityKind> facilities) {

    /** The largest number of zones in a figure. */
    public static final int MOST = 100_000;

    private static final String LIVE = """
            select zone, type, province, region, area_km2, facilities
            from zone_state
            where valid @> $1::date and known @> $2::bigint and status in ('established', 'operating')
            order by zone
            limit $3::integer
            """;

    /**
     * All zones that were live on the day, by code.
     *
     * @return fails with {@link TooMuch} if there are more than {@link #MOST}
     */
    public static Uni<List<LiveZone>> on(SqlClient database, LocalDate validAt, long knownAt) {
        return OffLoop.map(database.preparedQuery(LIVE).execute(Tuple.of(validAt, knownAt, MOST + 1)), LiveZone::read);
    }

    private static List<LiveZone> read(RowSet<Row> rows) {
        if (rows.size() > MOST) {
            throw new TooMuch(MOST, "zones");
        }
        Map<String, String> provinces = new HashMap<>();
        Map<List<String>, List<FacilityKind>> facilities = new HashMap<>();
        var zones = new ArrayList<LiveZone>(rows.size());
        for (Row row : rows) {
            zones.add(new LiveZone(
                    row.getString("zone"),
                    ZoneType.parse(row.getString("type")),
                    provinces.computeIfAbsent(row.getString("province"), province -> province),
                    Region.valueOf(row.getString("region").toUpperCase(Locale.ROOT)),
                    row.getBigDecimal("area_km2"),
                    facilities.computeIfAbsent(
                            Stream.of(row.getArrayOfStrings("facilities")).toList(),
                            names -> names.stream().map(FacilityKind::parse).toList())));
        }
        return zones;
    }
}
