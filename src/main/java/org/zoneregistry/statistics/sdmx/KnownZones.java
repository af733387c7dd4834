package org.zoneregistry.statistics.sdmx;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.zoneregistry.platform.CallerContext;

/** The zones as codes: all that a prefix of the log knows of, whether they are live or not. */
@Singleton
final class KnownZones {

    /** The last that is known of each. */
    private static final String ZONES = """
            select distinct on (zone) zone, name_en, name_zh, province
            from zone_state
            where known @> $1::bigint
            order by zone, lower(valid) desc
            """;

    private final Pool pool;

    KnownZones(Pool pool) {
        this.pool = pool;
    }

    /** By code. */
    Uni<List<Code>> codes(long knownAt) {
        return CallerContext.returnTo(pool.preparedQuery(ZONES)
                .execute(Tuple.of(knownAt))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Code(
                                row.getString("zone"),
                                row.getString("name_en"),
                                row.getString("name_zh"),
                                row.getString("province")))
                        .toList()));
    }
}
