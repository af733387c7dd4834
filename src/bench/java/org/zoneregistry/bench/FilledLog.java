package org.zoneregistry.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zoneregistry.log.CanonicalJson;
import org.zoneregistry.log.EngineSettings;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.JsonEventCodec;
import org.zoneregistry.log.PostgresEventStorageEngine;
import org.zoneregistry.log.StoredEvent;

/**
 * A log of trade in the database, written without the engine's checks and without the index of tags, which no
 * projection reads.
 */
final class FilledLog {

    private static final int EVENTS_PER_STATEMENT = 10_000;
    private static final String ADD = """
            insert into event (position, recorded_at, id, type, version, bytes)
            select position, recorded_at, id, type, 1, bytes
            from unnest($1::bigint[], $2::timestamptz[], $3::uuid[], $4::text[], $5::bytea[])
                as e(position, recorded_at, id, type, bytes)
            """;

    private final Pool pool;
    private final EventLog log;
    private final long length;

    /** Fills it with the events of a log, from its beginning. */
    FilledLog(Vertx vertx, Pool pool, TradeLog trade) {
        this.pool = pool;
        this.log = new PostgresEventStorageEngine(
                        vertx.getDelegate(),
                        pool.getDelegate(),
                        BenchTrade.types(),
                        new JsonEventCodec(BenchTrade.types()),
                        EngineSettings.DEFAULT)
                .log();
        add(trade.beginning());
        for (var next = trade.next(EVENTS_PER_STATEMENT); !next.isEmpty(); next = trade.next(EVENTS_PER_STATEMENT)) {
            add(next);
        }
        this.length = trade.position();
        await(pool.query("analyze event").execute());
    }

    EventLog log() {
        return log;
    }

    long length() {
        return length;
    }

    private void add(List<StoredEvent> events) {
        var positions = new ArrayList<Long>();
        var times = new ArrayList<OffsetDateTime>();
        var ids = new ArrayList<UUID>();
        var types = new ArrayList<String>();
        var bytes = new ArrayList<Buffer>();
        for (StoredEvent event : events) {
            positions.add(event.position());
            times.add(event.recordedAt().atOffset(ZoneOffset.UTC));
            ids.add(event.id());
            types.add(event.type());
            bytes.add(Buffer.buffer(bytes(event)));
        }
        await(pool.withTransaction(connection -> connection
                .preparedQuery("select set_config('synchronous_commit', 'off', true), ensure_event_partitions($1, $2)")
                .execute(Tuple.of(positions.getFirst(), positions.getLast()))
                .chain(() -> connection
                        .preparedQuery(ADD)
                        .execute(Tuple.of(
                                positions.toArray(Long[]::new),
                                times.toArray(OffsetDateTime[]::new),
                                ids.toArray(UUID[]::new),
                                types.toArray(String[]::new),
                                bytes.toArray(Buffer[]::new))))));
    }

    private static byte[] bytes(StoredEvent event) {
        ObjectNode form = JsonNodeFactory.instance
                .objectNode()
                .put("id", event.id().toString())
                .put("position", event.position())
                .put("recordedAt", event.recordedAt().toString())
                .put("type", event.type())
                .put("version", event.version());
        form.set("data", event.data());
        event.metadata().forEach(form.putObject("metadata")::put);
        var tags = form.putArray("tags");
        if (event.data().has("entryId")) {
            tags.add("entry:" + event.data().get("entryId").textValue());
            tags.add("zone:" + event.data().get("zone").textValue());
        }
        return CanonicalJson.bytes(form);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofMinutes(10));
    }
}
