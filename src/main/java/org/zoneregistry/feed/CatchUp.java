package org.zoneregistry.feed;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;

/**
 * Reads the log for subscribers that are behind the tail. Only a few read at a time, in the order of their requests, so
 * that commands keep most of the database's capacity.
 */
final class CatchUp {

    private final EventLog log;
    private final int atOnce;
    private final int limit;
    private final Queue<Waiting> waiting = new ArrayDeque<>(); // guarded by this
    private int reading; // guarded by this
    private long reads; // guarded by this

    CatchUp(EventLog log, FeedSettings settings) {
        this.log = log;
        this.atOnce = settings.readsAtOnce();
        this.limit = settings.eventsPerChunk();
    }

    private record Waiting(Runnable read, BooleanSupplier hasGone) {}

    /**
     * The first events for a filter after a position and up to another, at most one chunk.
     *
     * @param hasGone whether the subscriber has gone; if so, nothing is read and the stage does not complete
     */
    CompletionStage<List<StoredEvent>> read(long after, long upTo, FeedFilter filter, BooleanSupplier hasGone) {
        var answer = new CompletableFuture<List<StoredEvent>>();
        synchronized (this) {
            // an exception that is thrown directly is handled like a failed stage; otherwise the place would stay taken
            Runnable read = () -> CompletableFuture.completedStage(after)
                    .thenCompose(from -> filter.read(log, from, upTo, limit))
                    .whenComplete((events, failure) -> {
                        done();
                        if (failure == null) {
                            answer.complete(events);
                        } else {
                            answer.completeExceptionally(failure);
                        }
                    });
            waiting.add(new Waiting(read, hasGone));
        }
        begin();
        return answer;
    }

    /** The number of reads of the log. */
    synchronized long reads() {
        return reads;
    }

    private void done() {
        synchronized (this) {
            reading--;
        }
        begin();
    }

    private void begin() {
        Runnable next;
        synchronized (this) {
            waiting.removeIf(each -> each.hasGone().getAsBoolean());
            if (reading == atOnce || waiting.isEmpty()) {
                return;
            }
            next = waiting.remove().read();
            reading++;
            reads++;
        }
        next.run();
    }
}
