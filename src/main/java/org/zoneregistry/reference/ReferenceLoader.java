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
 * Tells the registry the reference data, command by command.
 *
 * <p>Idempotent: every command has an idempotency key of its own, so that a load that was interrupted is taken up by
 * loading again, and what is already there is left as it is. A fact that was amended or withdrawn since stays so.
 */
@Singleton
public class ReferenceLoader {

    /** Who tells the facts, in their metadata. */
    public static final String ACTOR = "reference-data-loader";

    private static final Logger LOG = Logger.getLogger(ReferenceLoader.class);
    private static final int PROGRESS_EVERY = 50;

    private final Commands commands;

    ReferenceLoader(Commands commands) {
        this.commands = commands;
    }

    /**
     * Sends the commands one after the other, in their order, and logs how far it has come.
     *
     * @return what came of it, once the last outcome is there. A refusal does not stop it; it fails with the first
     *     command of which no outcome could be reached, and then those before it are loaded
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
