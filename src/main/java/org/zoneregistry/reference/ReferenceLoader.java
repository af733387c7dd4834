package org.zoneregistry.reference;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.zoneregistry.commands.Commands;
import org.zoneregistry.commands.Origin;

/**
 * Records the reference data, command by command.
 *
 * <p>Idempotent: every command has its own idempotency key. A repeated load continues an interrupted one, and records
 * nothing twice. A fact that was amended or withdrawn since stays so.
 */
@Singleton
public class ReferenceLoader {

    /** The actor of the commands, in the metadata of events. */
    public static final String ACTOR = "reference-data-loader";

    private static final Logger LOG = Logger.getLogger(ReferenceLoader.class);
    private static final int PROGRESS_EVERY = 50;

    private final Commands commands;

    ReferenceLoader(Commands commands) {
        this.commands = commands;
    }

    /**
     * Sends the commands one after the other, in their order, and logs the progress.
     *
     * @return the result, after the last outcome. A refusal does not stop the load. It fails at the first command
     *     without an outcome; the commands before it are loaded
     */
    public Uni<ReferenceReport> load(ReferenceTranslation translation) {
        int all = translation.commands().size();
        String correlationId = ACTOR + ":" + UUID.randomUUID();
        var done = new AtomicInteger();
        return Multi.createFrom()
                .iterable(translation.commands())
                .onItem()
                .transformToUniAndConcatenate(
                        command -> commands.send(command.command(), origin(command, correlationId))
                                .map(outcome -> new ReferenceReport.Told(command, outcome))
                                .invoke(() -> logProgress(done.incrementAndGet(), all)))
                .collect()
                .asList()
                .map(told -> ReferenceReport.of(told, translation.omissions()));
    }

    private static void logProgress(int done, int all) {
        if (done % PROGRESS_EVERY == 0 && done < all) {
            LOG.infof("Reference data: %d of %d commands.", done, all);
        }
    }

    private static Origin origin(ReferenceCommand command, String correlationId) {
        return new Origin(
                ACTOR,
                "system",
                correlationId,
                null,
                command.idempotencyKey(),
                command.requestHash(),
                command.source(),
                null);
    }
}
