package org.zoneregistry.feed;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;

/**
 * The newest events, read from the log and written once however many subscribers there are. It is bounded: of what is
 * too old for it, it knows nothing, and a subscriber that needs that reads the log itself.
 *
 * <p>Guaranteed: what it answers is without gaps. Not guaranteed: that it has an event as soon as that is appended; it
 * tells those who follow it.
 */
final class SharedTail implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SharedTail.class.getName());

    private final Vertx vertx;
    private final EventLog log;
    private final Function<StoredEvent, Frame> form;
    private final FeedSettings settings;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final AutoCloseable registration;

    private final @Nullable Frame[] ring; // guarded by this; a position's place is its remainder
    private long oldest; // guarded by this; one more than newest where there is nothing
    private long newest; // guarded by this
    private long bytes; // guarded by this
    private boolean busy; // guarded by this; reading, or resting from it
    private boolean moreToRead = true; // guarded by this
    private volatile boolean closed;

    /**
     * A tail that begins after a position.
     *
     * @param position one that the log has reached
     */
    SharedTail(Vertx vertx, EventLog log, Function<StoredEvent, Frame> form, FeedSettings settings, long position) {
        this.vertx = vertx;
        this.log = log;
        this.form = form;
        this.settings = settings;
        this.ring = new Frame[settings.tailEvents()];
        this.oldest = position + 1;
        this.newest = position;
        this.registration = log.onAppended(head -> appended());
    }

    /** Reads what was appended since the position that it was made with, and goes on from there. */
    void open() {
        read();
    }

    /** Tells of every growth, on a thread that must not be blocked. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    void unfollow(Runnable follower) {
        followers.remove(follower);
    }

    /** The last position that it knows of. */
    synchronized long newest() {
        return newest;
    }

    /** How many events it holds. */
    synchronized int size() {
        return (int) (newest - oldest + 1);
    }

    /**
     * The events after a position, at most so many; none where there are none yet; empty where it has forgotten the
     * first of them.
     */
    synchronized Optional<List<Frame>> after(long position, int most) {
        if (position + 1 < oldest) {
            return Optional.empty();
        }
        long last = Math.min(newest, position + most);
        var found = new ArrayList<Frame>();
        for (long wanted = position + 1; wanted <= last; wanted++) {
            found.add(requireNonNull(ring[place(wanted)]));
        }
        return Optional.of(found);
    }

    @Override
    public void close() {
        closed = true;
        try {
            registration.close();
        } catch (Exception never) {
            throw new IllegalStateException(never);
        }
    }

    private void appended() {
        synchronized (this) {
            moreToRead = true;
        }
        read();
    }

    private void read() {
        long from;
        synchronized (this) {
            if (busy || closed || !moreToRead) {
                return;
            }
            busy = true;
            moreToRead = false;
            from = newest;
        }
        // what is thrown at once is a failure like any other: else nothing would ever be read again
        CompletableFuture.completedStage(from)
                .thenCompose(position -> log.readAfter(position, settings.eventsPerRead()))
                .thenAccept(this::keep)
                .whenComplete((kept, failure) -> {
                    if (failure != null) {
                        LOG.log(System.Logger.Level.DEBUG, "the feed can't be read on", failure);
                        restFor(settings.retryRead(), true);
                    }
                });
    }

    private void keep(List<StoredEvent> events) {
        List<Frame> frames = events.stream().map(form).toList();
        synchronized (this) {
            frames.forEach(this::keep);
        }
        if (!frames.isEmpty()) {
            followers.forEach(Runnable::run);
        }
        restFor(settings.rest(), events.size() == settings.eventsPerRead());
    }

    private void restFor(Duration pause, boolean more) {
        vertx.setTimer(pause.toMillis(), rested -> {
            synchronized (this) {
                busy = false;
                moreToRead |= more;
            }
            read();
        });
    }

    private void keep(Frame frame) {
        newest = frame.position();
        while (oldest < newest && (newest - oldest == ring.length || bytes + frame.length() > settings.tailBytes())) {
            bytes -= requireNonNull(ring[place(oldest)]).length();
            ring[place(oldest)] = null;
            oldest++;
        }
        ring[place(newest)] = frame;
        bytes += frame.length();
    }

    private int place(long position) {
        return (int) (position % ring.length);
    }
}
