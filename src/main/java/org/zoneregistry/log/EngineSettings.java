package org.zoneregistry.log;

import java.time.Duration;

/**
 * How the engine uses the database. {@link #DEFAULT} suits a node with a pool of ten connections. The engine keeps
 * three of them: one to append, one to source, one to listen.
 *
 * @param commandsPerBatch the largest number of commands in one transaction
 * @param eventsPerBatch the largest number of events in one transaction, unless one command alone has more
 * @param batchesInFlight the largest number of batches that are sent and not yet answered; the database appends them
 *     one after the other, and more than one are sent only if many commands wait
 * @param queuedCommands how many commands may wait; more are refused with {@link LogUnavailableException}
 * @param patience how long a command or a read is retried while the database can't be reached or is overloaded
 * @param statementPatience how long the engine waits for the answer to one statement before it cancels it
 * @param resolvePatience how long the engine tries to find the outcome of a lost commit before it reports it as unknown
 * @param pollInterval how often the engine looks up the head, in case notifications are lost
 * @param eventsPerRead how many events a stream reads at once
 * @param cachedEvents how many events are cached for sourcing, over all criteria
 */
public record EngineSettings(
        int commandsPerBatch,
        int eventsPerBatch,
        int batchesInFlight,
        int queuedCommands,
        Duration patience,
        Duration statementPatience,
        Duration resolvePatience,
        Duration pollInterval,
        int eventsPerRead,
        int cachedEvents) {

    /** Settings that suit a single node. */
    public static final EngineSettings DEFAULT = new EngineSettings(
            256,
            2_000,
            2,
            20_000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            256,
            50_000);

    public EngineSettings {
        requirePositive(commandsPerBatch, "commandsPerBatch");
        requirePositive(eventsPerBatch, "eventsPerBatch");
        requirePositive(batchesInFlight, "batchesInFlight");
        requirePositive(queuedCommands, "queuedCommands");
        requirePositive(eventsPerRead, "eventsPerRead");
        requirePositive(patience.toMillis(), "patience");
        requirePositive(statementPatience.toMillis(), "statementPatience");
        requirePositive(resolvePatience.toMillis(), "resolvePatience");
        requirePositive(pollInterval.toMillis(), "pollInterval");
        if (cachedEvents < 0) {
            throw new IllegalArgumentException("cachedEvents must not be negative: " + cachedEvents);
        }
    }

    /**
     * The same settings with another patience: for a command in all, for a single statement, and for the outcome of a
     * lost commit.
     */
    public EngineSettings withPatience(Duration all, Duration statement, Duration resolve) {
        return new EngineSettings(
                commandsPerBatch,
                eventsPerBatch,
                batchesInFlight,
                queuedCommands,
                all,
                statement,
                resolve,
                pollInterval,
                eventsPerRead,
                cachedEvents);
    }

    /** The same settings with other limits for a batch and for the queue. */
    public EngineSettings withLimits(int commands, int events, int queued) {
        return new EngineSettings(
                commands,
                events,
                batchesInFlight,
                queued,
                patience,
                statementPatience,
                resolvePatience,
                pollInterval,
                eventsPerRead,
                cachedEvents);
    }

    private static void requirePositive(long value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive: " + value);
        }
    }
}
