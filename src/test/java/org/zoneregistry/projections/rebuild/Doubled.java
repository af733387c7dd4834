package org.zoneregistry.projections.rebuild;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.projections.Projection;
import org.zoneregistry.projections.ProjectionTable;

/**
 * Stores every position in two tables that refer to each other by a generated key. So a mix of two generations is
 * detected.
 */
final class Doubled implements Projection {

    static final String TABLES = """
            create table doubled_head (key bigint generated always as identity primary key, position bigint not null);
            create table doubled_tail (key bigint not null primary key, position bigint not null);
            create unique index doubled_head_position on doubled_head (position);
            """;

    /** How many positions the tables hold, and how many of them don't match. */
    static final String LOOK = """
            select count(*), count(*) filter (where h.position is distinct from t.position), \
            coalesce(max(h.position), 0)
            from doubled_head h full join doubled_tail t using (key)
            """;

    final Set<Long> broken = ConcurrentHashMap.newKeySet();

    /** A fold waits after that position, so that a test can act in the meantime. */
    final AtomicLong waitsAfter = new AtomicLong(Long.MAX_VALUE);

    private final int version;

    Doubled(int version) {
        this.version = version;
    }

    @Override
    public String name() {
        return "doubled";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public List<ProjectionTable> tables() {
        return List.of(
                ProjectionTable.without("'key'", "doubled_head", "position"),
                ProjectionTable.without("'key'", "doubled_tail", "position"));
    }

    @Override
    public Uni<Void> apply(SqlConnection connection, List<StoredEvent> batch) {
        if (batch.stream().anyMatch(event -> broken.contains(event.position()))) {
            return Uni.createFrom().failure(new IllegalArgumentException("broken"));
        }
        if (batch.getLast().position() > waitsAfter.get()) {
            return Uni.createFrom().failure(new io.vertx.core.VertxException("waits"));
        }
        return connection
                .preparedQuery("""
                        with head as (insert into doubled_head (position) select unnest($1::bigint[]) returning \
                        key, position)
                        insert into doubled_tail (key, position) select key, position from head
                        """)
                .execute(Tuple.tuple()
                        .addArrayOfLong(
                                batch.stream().map(StoredEvent::position).toArray(Long[]::new)))
                .replaceWithVoid();
    }
}
