package org.zoneregistry.asof.heavy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;

/**
 * A limited number of seats for work. If all are taken, work waits in a queue, in the order of arrival, for a limited
 * time. After that the answer is {@code overloaded}. Only the number of admitted requests limits the queue. Safe for
 * use by several threads.
 */
final class Seats {

    private final Duration patience;
    private final Queue<Seat> waiting = new ArrayDeque<>(); // guarded by this
    private int free; // guarded by this

    /**
     * All seats are free.
     *
     * @param count how many seats there are
     * @param patience how long each waits
     */
    Seats(int count, Duration patience) {
        this.free = count;
        this.patience = patience;
    }

    /** A place in the queue, which becomes a seat. {@link #leave} must be called in every case. */
    final class Seat {

        private @Nullable UniEmitter<? super Void> line; // guarded by Seats.this
        private boolean isTaken; // guarded by Seats.this
        private boolean hasLeft; // guarded by Seats.this

        /** Completes after the seat is taken; fails with {@code overloaded} if none becomes free in time. */
        Uni<Void> taken() {
            return Uni.createFrom()
                    .<Void>emitter(this::enter)
                    .ifNoItem()
                    .after(patience)
                    .failWith(Seats::overloaded);
        }

        private void enter(UniEmitter<? super Void> emitter) {
            synchronized (Seats.this) {
                if (hasLeft) {
                    return;
                }
                if (free == 0) {
                    line = emitter;
                    waiting.add(this);
                    return;
                }
                free--;
                isTaken = true;
            }
            emitter.complete(null);
        }

        /** Gives the seat, or the place in the queue, to the next one. A second call has no effect. */
        void leave() {
            UniEmitter<? super Void> next;
            synchronized (Seats.this) {
                hasLeft = true;
                waiting.remove(this);
                if (!isTaken) {
                    return;
                }
                isTaken = false;
                Seat first = waiting.poll();
                if (first == null) {
                    free++;
                    return;
                }
                first.isTaken = true;
                next = first.line;
            }
            if (next != null) {
                next.complete(null);
            }
        }
    }

    /** A new place, not yet in the queue. */
    Seat seat() {
        return new Seat();
    }

    /** The number of free seats. */
    synchronized int free() {
        return free;
    }

    static ProblemException overloaded() {
        return Problem.of(
                        ProblemType.OVERLOADED,
                        "This node already answers the largest number of questions of this kind. Try again in 5 s.")
                .withHeader("Retry-After", "5")
                .exception();
    }
}
