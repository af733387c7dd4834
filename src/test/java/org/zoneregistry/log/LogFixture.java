package org.zoneregistry.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.zoneregistry.log.EventTypes.EventType;
import org.zoneregistry.testing.TestDatabase;

/** A new database, and engines on it, each with its own pool like a separate node. */
public final class LogFixture implements AutoCloseable {

    /** Types A, B and C with text as payload. */
    public static final EventTypes TYPES =
            EventTypes.of(Stream.of("A", "B", "C").map(LogFixture::text).toList());

    /** Shared, because starting one takes longer than a test. */
    static final Vertx VERTX = Vertx.vertx();

    private final TestDatabase database = TestDatabase.fresh();
    private final List<Pool> pools = new ArrayList<>();
    private final List<PostgresEventStorageEngine> engines = new ArrayList<>();

    /** A type of events whose payload is a text. */
    static EventType<String> text(String name) {
        return new EventType<>(name, String.class, TextNode::valueOf, LogFixture::text);
    }

    private static String text(JsonNode json) {
        if (!json.isTextual()) {
            throw new IllegalArgumentException("no text: " + json);
        }
        return json.textValue();
    }

    public TestDatabase database() {
        return database;
    }

    public Pool pool() {
        return pool(database.connectOptions());
    }

    /** A pool whose connections are checked when they are opened, as in the application. */
    @SuppressWarnings("deprecation") // in Vert.x 4 only this can refuse a connection
    Pool pool(KnownHistory history) {
        var connections = PgDriver.INSTANCE.createConnectionFactory(VERTX, database.connectOptions());
        return pool().connectionProvider(context -> connections
                .connect(context)
                .compose(connection ->
                        history.prove(connection).map(connection).onFailure(unproven -> connection.close())));
    }

    /** Ends all connections, like a server that shuts down. */
    void endConnections() {
        database.endSessions();
    }

    Pool pool(PgConnectOptions options) {
        Pool pool = PgBuilder.pool()
                .with(database.poolOptions().setMaxSize(6))
                .connectingTo(options)
                .using(VERTX)
                .build();
        pools.add(pool);
        return pool;
    }

    public PostgresEventStorageEngine engine() {
        return engine(EngineSettings.DEFAULT);
    }

    PostgresEventStorageEngine engine(EngineSettings settings) {
        return engine(pool(), settings);
    }

    PostgresEventStorageEngine engine(Pool pool, EngineSettings settings) {
        return engine(pool, new KnownHistory(), settings);
    }

    /** An engine that shares its known history. */
    PostgresEventStorageEngine engine(Pool pool, KnownHistory history) {
        return engine(pool, history, EngineSettings.DEFAULT);
    }

    private PostgresEventStorageEngine engine(Pool pool, KnownHistory history, EngineSettings settings) {
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
                VERTX, pool, history, TYPES, new JsonEventCodec(TYPES), settings, BatchListener.NONE);
        engines.add(engine);
        return engine;
    }

    public static <T> T get(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        engines.forEach(PostgresEventStorageEngine::close);
        pools.forEach(Pool::close);
        database.close();
    }
}
