package org.zoneregistry.kafka;

import io.smallrye.mutiny.Uni;

/**
 * Which node publishes. It spares the nodes from taking each other's place all the time; that nothing is published
 * twice doesn't rest on it.
 */
interface Lease {

    /**
     * Takes it, or goes on holding it; false while another node has it.
     *
     * @param position how far the log is published, as far as this node knows
     */
    Uni<Boolean> take(long position);

    /** Gives it up, if it is held: another node may go on at once. */
    Uni<Void> release();

    /**
     * Notes how many partitions the topic has.
     *
     * @return how many it had when it was first published to
     */
    Uni<Integer> partitions(int found);
}
