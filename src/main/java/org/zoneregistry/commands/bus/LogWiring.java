package org.zoneregistry.commands.bus;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;
import org.zoneregistry.log.EngineSettings;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.EventTypes;
import org.zoneregistry.log.JsonEventCodec;
import org.zoneregistry.log.KnownHistory;
import org.zoneregistry.log.PostgresEventStorageEngine;

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
    KnownHistory history() {
        return new KnownHistory();
    }

    @Produces
    @Singleton
    PostgresEventStorageEngine engine(
            Vertx vertx,
            @PoolFor(Purpose.THE_LOG) Pool pool,
            KnownHistory history,
            EventFamilies families,
            AppendMeters meters) {
        var types = families.types();
        return new PostgresEventStorageEngine(
                vertx, pool, history, types, new JsonEventCodec(types), EngineSettings.DEFAULT, meters);
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
