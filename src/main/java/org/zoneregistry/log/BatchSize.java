package org.zoneregistry.log;

/** How many of the commands that wait go into the next batch. docs/adr/0017-two-batches-in-turn.md says why. */
final class BatchSize {

    /** Fewer than this are not worth waiting for the disk once more. */
    static final int WORTH_A_BATCH = 16;

    private BatchSize() {}

    /**
     * None where a batch is on its way and another isn't worth it; else all, or an even share where many wait, so that
     * those of one batch are answered, decided and sent again while the database has the other.
     *
     * @param waiting how many commands wait, without those on their way
     * @param inFlight how many batches are on their way
     */
    static int of(int waiting, int inFlight, EngineSettings settings) {
        if (inFlight > 0 && (inFlight >= settings.batchesInFlight() || waiting < WORTH_A_BATCH)) {
            return 0;
        }
        int even = Math.ceilDiv(waiting, settings.batchesInFlight() - inFlight);
        return Math.min(settings.commandsPerBatch(), even < WORTH_A_BATCH ? waiting : even);
    }
}
