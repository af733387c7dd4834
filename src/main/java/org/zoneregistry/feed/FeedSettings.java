package org.zoneregistry.feed;

import java.time.Duration;

/**
 * Limits of the live feed.
 *
 * @param tailEvents how many of the newest events are kept for all subscribers
 * @param tailBytes how many bytes these may have; the last batch is kept whatever its size
 * @param eventsPerRead how many events are read from the log at once for the tail
 * @param eventsPerChunk the largest number of events that are being sent to one subscriber
 * @param readsAtOnce how many subscribers behind the tail read from the log at the same time
 * @param subscribers the largest number of subscribers on this node
 * @param rest how long the tail waits after a read, so that events appended in this time are read together
 * @param retryRead how long the tail waits before it repeats a failed read
 * @param heartBeat the longest silence of a feed
 * @param retry how long clients wait before they reconnect
 */
record FeedSettings(
        int tailEvents,
        long tailBytes,
        int eventsPerRead,
        int eventsPerChunk,
        int readsAtOnce,
        int subscribers,
        Duration rest,
        Duration retryRead,
        Duration heartBeat,
        Duration retry) {

    static final FeedSettings DEFAULT = new FeedSettings(
            8_192,
            16L << 20,
            512,
            128,
            2,
            1_000,
            Duration.ofMillis(10),
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2));

    /** The same limits, with another limit of subscribers and another heartbeat. */
    FeedSettings with(int most, Duration silence) {
        return new FeedSettings(
                tailEvents,
                tailBytes,
                eventsPerRead,
                eventsPerChunk,
                readsAtOnce,
                most,
                rest,
                retryRead,
                silence,
                retry);
    }
}
