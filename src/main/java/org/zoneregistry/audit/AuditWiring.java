package org.zoneregistry.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.LastCheckpoint;
import org.zoneregistry.audit.tree.TreeKeeper;
import org.zoneregistry.audit.tree.TreeSettings;
import org.zoneregistry.database.PoolFor;
import org.zoneregistry.database.PoolFor.Purpose;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.KnownHistory;
import org.zoneregistry.postgres.DatabaseConfigSourceFactory;

/** Runs the application's Merkle tree from start to end. */
@Singleton
final class AuditWiring {

    private static final String LAST_CHECKPOINT = "audit.checkpoint";

    @Produces
    @Singleton
    LastCheckpoint last(
            @ConfigProperty(name = "registry.audit.checkpoint-file") Optional<Path> file,
            @ConfigProperty(name = DatabaseConfigSourceFactory.LEDGER_DIRECTORY) Optional<Path> ledger) {
        return new LastCheckpoint(file.or(() -> ledger.map(directory -> directory.resolve(LAST_CHECKPOINT))));
    }

    @Produces
    @Singleton
    TreeKeeper keeper(
            @PoolFor(Purpose.THE_LOG) Pool pool,
            EventLog log,
            KnownHistory history,
            CheckpointSigner signer,
            LastCheckpoint last,
            @ConfigProperty(name = "registry.audit.pace", defaultValue = "100ms") Duration pace,
            @ConfigProperty(name = "registry.audit.checkpoint-interval", defaultValue = "500ms") Duration interval) {
        var usual = TreeSettings.DEFAULT;
        return new TreeKeeper(
                pool,
                log,
                history,
                signer,
                last,
                new TreeSettings(usual.block(), pace, interval, usual.pollInterval()));
    }

    /**
     * Runs before all other start-up: nothing may be appended before the log was compared with the checkpoints that
     * this node has signed.
     */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started, TreeKeeper keeper) {
        keeper.start();
    }

    void stop(@Observes ShutdownEvent stopping, TreeKeeper keeper) {
        keeper.close();
    }
}
