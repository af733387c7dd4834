package org.zoneregistry.feed;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.StoredEvent;

/**
 * One client's place in the log. It makes a chunk on request, and the request comes when the chunk before has been
 * written to the socket. So a client that doesn't read costs one chunk of memory, and delays no other client.
 *
 * <p>Its Vert.x context owns all its state, except for fields that are marked.
 */
final class Subscriber {

    /** Returned instead of a chunk: the feed is over. */
    static final byte[] END = {};

    private final Context context;
    private final SharedTail tail;
    private final CatchUp log;
    private final Function<StoredEvent, Frame> form;
    private final FeedFilter filter;
    private final FeedSettings settings;
    private final Runnable wake = this::wake;
    private final long heart;

    private long position; // all wanted events up to here were sent
    private long resumeAfter; // the position from which the client resumes
    private @Nullable UniEmitter<? super byte[]> request;
    private boolean reading;
    private boolean wasSilent;
    private boolean ended;
    private volatile boolean isClosed; // from any thread
    private volatile boolean isAsked; // from any thread
    private volatile int onTheirWay; // from any thread

    /** A subscriber that begins after a position. Create it on the context. */
    Subscriber(
            Context context,
            SharedTail tail,
            CatchUp log,
            Function<StoredEvent, Frame> form,
            FeedFilter filter,
            FeedSettings settings,
            long position) {
        this.context = context;
        this.tail = tail;
        this.log = log;
        this.form = form;
        this.filter = filter;
        this.settings = settings;
        this.position = position;
        this.resumeAfter = position;
        this.heart =
                context.owner().setPeriodic(settings.heartBeat().toMillis(), beat -> context.runOnContext(v -> beat()));
        tail.follow(wake);
    }

    /** The next chunk, as soon as there are events; {@link #END} at the end. Request one at a time. */
    Uni<byte[]> next() {
        return Uni.createFrom()
                .emitter(emitter -> context.runOnContext(v -> {
                    onTheirWay = 0;
                    request = emitter;
                    isAsked = true;
                    goOn();
                }));
    }

    /** Ends the feed after the chunk that is being written. From any thread. */
    void end() {
        context.runOnContext(v -> {
            ended = true;
            goOn();
        });
    }

    /** The client has gone, or the feed is over. From any thread. */
    void close() {
        isClosed = true;
        tail.unfollow(wake);
        context.owner().cancelTimer(heart);
        context.runOnContext(v -> request = null);
        onTheirWay = 0;
    }

    /** How many events are in memory only for this subscriber. From any thread. */
    int onTheirWay() {
        return onTheirWay;
    }

    private void wake() {
        if (isAsked) {
            context.runOnContext(v -> goOn());
        }
    }

    private void goOn() {
        while (request != null && !reading) {
            if (ended) {
                answer(END);
                return;
            }
            Optional<List<Frame>> frames = tail.after(position, settings.eventsPerChunk());
            if (frames.isEmpty()) {
                readBehind();
            } else if (frames.get().isEmpty()) {
                return;
            } else {
                give(frames.get(), frames.get().getLast().position());
            }
        }
    }

    private void readBehind() {
        reading = true;
        long upTo = tail.newest();
        log.read(position, upTo, filter, () -> isClosed)
                .whenComplete((events, failure) -> context.runOnContext(v -> {
                    if (failure != null) {
                        context.owner()
                                .setTimer(
                                        settings.retryRead().toMillis(),
                                        rested -> context.runOnContext(w -> readDone()));
                        return;
                    }
                    boolean isAll = events.size() < settings.eventsPerChunk();
                    give(
                            events.stream().map(form).toList(),
                            isAll ? upTo : events.getLast().position());
                    readDone();
                }));
    }

    private void readDone() {
        reading = false;
        goOn();
    }

    private void give(List<Frame> frames, long upTo) {
        position = upTo;
        var chunk = new ByteArrayOutputStream();
        int wanted = 0;
        for (Frame frame : frames) {
            if (frame.isWantedBy(filter)) {
                frame.addTo(chunk);
                resumeAfter = frame.position();
                wanted++;
            }
        }
        if (wanted > 0) {
            onTheirWay = wanted;
            answer(chunk.toByteArray());
        }
    }

    private void beat() {
        if (wasSilent && request != null) {
            answer(position == resumeAfter ? Frames.heartBeat() : Frames.heartBeat(position));
            resumeAfter = position;
        }
        wasSilent = true;
    }

    private void answer(byte[] chunk) {
        var waiting = request;
        if (waiting != null) {
            request = null;
            isAsked = false;
            wasSilent = false;
            waiting.complete(chunk);
        }
    }
}
