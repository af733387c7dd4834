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
 * The newest events, read from the log and written once for all subscribers. It is bounded: a subscriber that needs
 * older events reads the log itself.
 *
 * <p>Guaranteed: its answers have no gaps. Not guaranteed: that it has an event as soon as the event is appended; it
 * notifies its followers.
 */
final class SharedTail implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SharedTail.class.getName());

    private final Vertx vertx;
    private final EventLog log;
    private final Function<StoredEvent, Frame> form;
    private final FeedSettings settings;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final AutoCloseable registration;

    private final @Nullable Frame[] ring; // guarded by this; the index of a position is its remainder
    private long oldest; // guarded by this; newest + 1 if the tail is empty
    private long newest; // guarded by this
    private long bytes; // guarded by this
    private boolean busy; // guarded by this; true during a read and the pause after it
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

    /** Starts reading. */
    void open() {
        read();
    }

    /** Registers a follower. It is called when events arrive, on a thread that must not be blocked. */
    void follow(Runnable follower) {
        followers.add(follower);
    }

    void unfollow(Runnable follower) {
        followers.remove(follower);
    }

    /** The last known position. */
    synchronized long newest() {
        return newest;
    }

    /** How many events it has. */
    synchronized int size() {
        return (int) (newest - oldest + 1);
    }

    /**
     * The events after a position, up to a limit. The list is empty if there are none yet. The result is empty if the
     * tail no longer has the first of them.
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
        // an exception that is thrown directly is handled like a failed stage; otherwise reading would stop for ever
        CompletableFuture.completedStage(from)
                .thenCompose(position -> log.readAfter(position, settings.eventsPerRead()))
                .thenAccept(this::keep)
                .whenComplete((kept, failure) -> {
                    if (failure != null) {
                        LOG.log(System.Logger.Level.DEBUG, "the feed can't continue reading", failure);
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
