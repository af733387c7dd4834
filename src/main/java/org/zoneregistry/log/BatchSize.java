package org.zoneregistry.log;

/** The number of waiting commands for the next batch. docs/adr/0017-two-batches-in-turn.md gives the reason. */
final class BatchSize {

    /** A second batch with fewer commands is not worth another wait for the disk. */
    static final int WORTH_A_BATCH = 16;

    private BatchSize() {}

    /**
     * Returns 0 if a batch is running and another isn't worth it. Otherwise returns all commands, or an even share if
     * many wait: then the commands of one batch are answered, decided and sent again while the database has the other
     * batch.
     *
     * @param waiting how many commands wait, without those already sent
     * @param inFlight how many batches are sent and not yet answered
     */
    static int of(int waiting, int inFlight, EngineSettings settings) {
        if (inFlight > 0 && (inFlight >= settings.batchesInFlight() || waiting < WORTH_A_BATCH)) {
            return 0;
        }
        int even = Math.ceilDiv(waiting, settings.batchesInFlight() - inFlight);
        return Math.min(settings.commandsPerBatch(), even < WORTH_A_BATCH ? waiting : even);
    }
}
