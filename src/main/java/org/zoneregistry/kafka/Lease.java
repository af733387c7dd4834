package org.zoneregistry.kafka;

import io.smallrye.mutiny.Uni;

/**
 * Decides which node publishes, so that nodes don't take over from each other all the time. The guarantee that each
 * event is published once does not depend on it.
 */
interface Lease {

    /**
     * Takes the lease or extends it; false while another node has it.
     *
     * @param position how far the log is published, as far as this node knows
     */
    Uni<Boolean> take(long position);

    /** Gives the lease up, if it is held: another node may continue at once. */
    Uni<Void> release();

    /**
     * Stores how many partitions the topic has.
     *
     * @return how many it had at the first publication
     */
    Uni<Integer> partitions(int found);
}
