package org.zoneregistry.kafka;

import org.jspecify.annotations.Nullable;

/**
 * The state of publishing, as one node sees it.
 *
 * @param position the last position that this node knows to be in the topic; 0 if it has not looked yet
 * @param error the failure behind a retry or a stop
 */
public record PublisherState(
        String topic,
        Condition condition,
        long position,
        @Nullable String error) {

    public enum Condition {
        /** It isn't started, or was closed. */
        IDLE,
        /** Another node publishes. */
        WAITING,
        /** This node publishes. */
        PUBLISHING,
        /** Kafka or the database can't be reached; this node retries. */
        RETRYING,
        /** The topic contradicts the log; this node waits for the next start. */
        STOPPED
    }
}
