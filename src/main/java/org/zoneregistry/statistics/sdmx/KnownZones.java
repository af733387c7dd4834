package org.zoneregistry.statistics.sdmx;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;
import org.zoneregistry.asof.heavy.Pages;

/** The zones of a prefix of the log as codes, live or not. */
final class KnownZones {

    /** The last known state of each. */
    private static final String ZONES = """
            select distinct on (zone) zone, name_en, name_zh, province
            from zone_state
            where known @> $1::bigint
            order by zone, lower(valid) desc
            """;

    private KnownZones() {}

    /** The codes in order, in batches, on demand. */
    static Multi<List<Code>> codes(SqlConnection connection, long knownAt) {
        return Pages.of(
                connection,
                ZONES,
                Tuple.of(knownAt),
                rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Code(
                                row.getString("zone"),
                                row.getString("name_en"),
                                row.getString("name_zh"),
                                row.getString("province")))
                        .toList());
    }
}
