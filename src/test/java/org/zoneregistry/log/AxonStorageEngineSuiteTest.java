package org.zoneregistry.log;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.StorageEngineTestSuite;
import org.axonframework.messaging.core.unitofwork.ProcessingContext;
import org.axonframework.messaging.core.unitofwork.StubProcessingContext;
import org.junit.jupiter.api.AfterAll;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestDatabase;

/** Axon Framework's published suite for storage engines, unchanged. */
@NeedsServer
class AxonStorageEngineSuiteTest extends StorageEngineTestSuite<PostgresEventStorageEngine> {

    private final TestDatabase database = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = PgBuilder.pool()
            .with(database.poolOptions())
            .connectingTo(database.connectOptions())
            .using(vertx)
            .build();

    @Override
    protected PostgresEventStorageEngine buildStorageEngine() throws Exception {
        PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
                vertx, pool, MessageTimeCodec.TYPES, new MessageTimeCodec(), EngineSettings.DEFAULT);
        engine.warmUp().toCompletableFuture().get(10, TimeUnit.SECONDS);
        return engine;
    }

    @Override
    protected ProcessingContext processingContext() {
        return new StubProcessingContext();
    }

    @AfterAll
    void close() throws Exception {
        testSubject.close();
        pool.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        database.close();
    }
}
