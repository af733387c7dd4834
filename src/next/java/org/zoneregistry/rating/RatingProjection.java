package org.zoneregistry.rating;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionTable;

/** Stores all grades of zones. */
@ApplicationScoped
public class RatingProjection implements Projection {

    @Override
    public String name() {
        return "ratings";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<ProjectionTable> tables() {
        return List.of(ProjectionTable.of("zone_rating", "position"));
    }

    @Override
    public Uni<Void> apply(SqlConnection connection, List<StoredEvent> batch) {
        List<Tuple> rows = batch.stream()
                .filter(stored -> stored.type().equals(ZoneRated.TYPE))
                .map(stored -> {
                    ZoneRated rated = RatingEventSlice.read(stored.data());
                    return Tuple.of(stored.position(), rated.zone().value(), rated.grade());
                })
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery("insert into zone_rating (position, zone, grade) values ($1, $2, $3)")
                        .executeBatch(rows)
                        .replaceWithVoid();
    }
}
