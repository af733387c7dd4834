package org.zoneregistry.feed;

import java.time.Duration;

/**
 * How much the live feed may use.
 *
 * @param tailEvents how many of the newest events are kept for all subscribers
 * @param tailBytes how many bytes these may have; the last batch is kept whatever it has
 * @param eventsPerRead how many events are read from the log at once for the tail
 * @param eventsPerChunk how many events are on their way to one subscriber at most
 * @param readsAtOnce how many subscribers that are behind the tail read from the log at the same time
 * @param subscribers how many there may be on this node
 * @param rest how long the tail rests after a read, so that what is appended meanwhile is read at once
 * @param retryRead after how long a read that failed is tried again
 * @param heartBeat how long a feed may be silent
 * @param retry after how long a client is told to come back when its connection has ended
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

    /** With another bound of subscribers, and another silence. */
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
