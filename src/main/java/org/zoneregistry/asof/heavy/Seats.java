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
 * A limited number of seats for work. Whoever finds all of them taken waits in line, in the order of arrival, for a
 * limited time, after which the answer is {@code overloaded}. The line is as long as there are requests. Safe for use
 * by several threads.
 */
final class Seats {

    private final Duration patience;
    private final Queue<Seat> waiting = new ArrayDeque<>(); // guarded by this
    private int free; // guarded by this

    /**
     * All of them free.
     *
     * @param count how many there are
     * @param patience how long each waits
     */
    Seats(int count, Duration patience) {
        this.free = count;
        this.patience = patience;
    }

    /** One place in the line, and then one seat. {@link #leave} must follow, whatever happens. */
    final class Seat {

        private @Nullable UniEmitter<? super Void> line; // guarded by Seats.this
        private boolean isTaken; // guarded by Seats.this
        private boolean hasLeft; // guarded by Seats.this

        /** Completes once the seat is taken; fails with {@code overloaded} where there is none in time. */
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

        /** Gives the seat, or the place in the line, to the next one. Has no effect a second time. */
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

    /** A new place, not yet in the line. */
    Seat seat() {
        return new Seat();
    }

    /** How many are free. */
    synchronized int free() {
        return free;
    }

    static ProblemException overloaded() {
        return Problem.of(
                        ProblemType.OVERLOADED,
                        "As many questions of this kind are being answered as this node takes on. Try again in 5 s.")
                .withHeader("Retry-After", "5")
                .exception();
    }
}
