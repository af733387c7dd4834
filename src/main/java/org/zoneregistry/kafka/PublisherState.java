package org.zoneregistry.kafka;

import org.jspecify.annotations.Nullable;

/**
 * How publishing is doing, as one node sees it.
 *
 * @param position the last position that this node knows to be in the topic; 0 where it has not looked yet
 * @param error why it waits or has stopped
 */
public record PublisherState(
        String topic,
        Condition condition,
        long position,
        @Nullable String error) {

    /** What it does. */
    public enum Condition {
        /** It isn't started, or was closed. */
        IDLE,
        /** Another node publishes. */
        WAITING,
        /** This node publishes. */
        PUBLISHING,
        /** Kafka or the database can't be reached; it tries again. */
        RETRYING,
        /** The topic contradicts the log; it doesn't try again before the next start. */
        STOPPED
    }
}
