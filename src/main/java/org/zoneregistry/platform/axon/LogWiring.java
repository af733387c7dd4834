package org.zoneregistry.platform.axon;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.eventstore.EngineSettings;
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.eventstore.EventTypes;
import org.zoneregistry.eventstore.JsonEventCodec;
import org.zoneregistry.eventstore.PostgresEventStorageEngine;

/** The log, on the application's database. */
@Singleton
final class LogWiring {

    @Produces
    @Singleton
    EventTypes types(EventFamilies families) {
        return families.types();
    }

    @Produces
    @Singleton
    PostgresEventStorageEngine engine(Vertx vertx, Pool pool, EventFamilies families) {
        var types = families.types();
        return new PostgresEventStorageEngine(
                vertx, pool, types, new JsonEventCodec(types, families.mapper()), EngineSettings.DEFAULT);
    }

    void close(@Disposes PostgresEventStorageEngine engine) {
        engine.close();
    }

    @Produces
    @Singleton
    EventLog log(PostgresEventStorageEngine engine) {
        return engine.log();
    }
}
