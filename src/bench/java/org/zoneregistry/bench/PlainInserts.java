package org.zoneregistry.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.zoneregistry.log.CanonicalJson;
import org.zoneregistry.testing.TestDatabase;

/**
 * The reference: one INSERT of one row in its own transaction, into a table with the columns and indexes of the log,
 * without conditions, tags, commit order, or sourcing. With as many connections as concurrent records.
 */
final class PlainInserts implements Subject {

    private static final String INSERT =
            "insert into plain (position, recorded_at, id, type, version, bytes)" + " values ($1, $2, $3, $4, $5, $6)";

    private final Pool pool;
    private final int run;
    private final AtomicLong position;

    PlainInserts(Vertx vertx, TestDatabase database, int connections, int run) {
        this.run = run;
        this.position = new AtomicLong(run * 1_000_000_000L);
        this.pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(connections))
                .connectingTo(database.connectOptions().setCachePreparedStatements(true))
                .using(vertx)
                .build();
    }

    static void createTable(TestDatabase database) {
        database.execute("create table plain (like event including all);" + " create unique index on plain (id)");
    }

    @Override
    public CompletableFuture<?> record(long number) {
        BenchTrade trade = BenchTrade.of(run, number);
        // as long as the canonical form of the same record
        String bytes = CanonicalJson.text(trade.json()) + " ".repeat(330);
        return pool.preparedQuery(INSERT)
                .execute(Tuple.of(
                        position.incrementAndGet(),
                        OffsetDateTime.now(ZoneOffset.UTC),
                        BenchTrade.ID.get(),
                        "TradeRecorded",
                        1,
                        Buffer.buffer(bytes.getBytes(StandardCharsets.UTF_8))))
                .toCompletionStage()
                .toCompletableFuture();
    }

    @Override
    public void close() {
        pool.close().toCompletionStage().toCompletableFuture().join();
    }
}
