package org.zoneregistry.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zoneregistry.audit.checkpoint.CheckpointSigner;
import org.zoneregistry.audit.checkpoint.LastCheckpoint;
import org.zoneregistry.audit.tree.TreeKeeper;
import org.zoneregistry.audit.tree.TreeSettings;
import org.zoneregistry.eventstore.EventLog;
import org.zoneregistry.platform.postgres.DatabaseConfigSourceFactory;

/** The application's tree grows from its start to its end. */
@Singleton
final class AuditWiring {

    private static final String LAST_CHECKPOINT = "audit.checkpoint";

    @Produces
    @Singleton
    TreeKeeper keeper(
            Pool pool,
            EventLog log,
            CheckpointSigner signer,
            @ConfigProperty(name = "registry.audit.checkpoint-file") Optional<Path> file,
            @ConfigProperty(name = DatabaseConfigSourceFactory.LEDGER_DIRECTORY) Optional<Path> ledger,
            @ConfigProperty(name = "registry.audit.pace", defaultValue = "100ms") Duration pace,
            @ConfigProperty(name = "registry.audit.checkpoint-interval", defaultValue = "500ms") Duration interval) {
        var usual = TreeSettings.DEFAULT;
        var last = new LastCheckpoint(file.or(() -> ledger.map(directory -> directory.resolve(LAST_CHECKPOINT))));
        return new TreeKeeper(
                pool, log, signer, last, new TreeSettings(usual.block(), pace, interval, usual.pollInterval()));
    }

    void start(@Observes StartupEvent started, TreeKeeper keeper) {
        keeper.start();
    }

    void stop(@Observes ShutdownEvent stopping, TreeKeeper keeper) {
        keeper.close();
    }
}
