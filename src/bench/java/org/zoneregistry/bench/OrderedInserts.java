package org.zoneregistry.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.zoneregistry.log.CanonicalJson;
import org.zoneregistry.testing.TestDatabase;

/**
 * The lower bound for positions without gaps: under one lock, the row's position is the last one plus one. Without
 * conditions, tags or sourcing, one row at a time.
 */
final class OrderedInserts implements Subject {

    private static final String INSERT = "select ordered_insert($1, $2)";

    private final Pool pool;
    private final int run;

    OrderedInserts(Vertx vertx, TestDatabase database, int connections, int run) {
        this.run = run;
        this.pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(database.connectOptions().setCachePreparedStatements(true))
                .using(vertx)
                .build();
    }

    static void createTable(TestDatabase database) {
        database.execute("""
                create table ordered (like event including all);
                create unique index on ordered (id);
                create function ordered_insert(p_id uuid, p_bytes bytea) returns bigint language plpgsql as
                $$
                declare
                    v_position bigint;
                begin
                    perform pg_advisory_xact_lock(1);
                    select o.position into v_position from ordered o order by o.position desc limit 1;
                    v_position := coalesce(v_position, 0) + 1;
                    insert into ordered (position, recorded_at, id, type, version, bytes)
                    values (v_position, clock_timestamp(), p_id, 'TradeRecorded', 1, p_bytes);
                    return v_position;
                end
                $$
                """);
    }

    @Override
    public CompletableFuture<?> record(long number) {
        // as long as the canonical form of the same record
        String bytes = CanonicalJson.text(BenchTrade.of(run, number).json()) + " ".repeat(330);
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(BenchTrade.ID.get(), Buffer.buffer(bytes.getBytes(StandardCharsets.UTF_8))))
                .toCompletionStage()
                .toCompletableFuture();
    }

    @Override
    public void close() {
        pool.close().toCompletionStage().toCompletableFuture().join();
    }
}
