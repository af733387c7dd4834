package org.zoneregistry.imports.body;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A request's body for a reading thread. The event loop adds the bytes that arrive, and pauses the client while many
 * bytes wait. Reading blocks: the reader must be a virtual thread.
 */
public final class BodyPipe extends InputStream {

    /** How many bytes may wait before the client is paused. Bytes already sent by then come on top. */
    static final int HIGH = 262_144;

    private static final int LOW = HIGH / 4;
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Called by the reader before and after it waits for the client, on its own thread. */
    public interface Pause {

        /** Nothing can be read, and the reader will wait for more than a moment. */
        void begin();

        /** More can be read, or the body has ended. */
        void end() throws IOException, InterruptedException;
    }

    private sealed interface Part {
        record Bytes(Buffer bytes) implements Part {}

        record End() implements Part {}

        record BrokenOff(BrokenOffException why) implements Part {}
    }

    private final ReadStream<Buffer> body;
    private final Context context;
    private final BodyPatience patience;
    private final Pause pause;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong waited = new AtomicLong();
    private volatile boolean paused;
    private volatile boolean complete;
    private volatile @Nullable BrokenOffException lost;
    private volatile @Nullable BrokenOffException stopped;
    private volatile long waitingSince;

    // used by the reader only
    private Buffer current = Buffer.buffer();
    private int offset;
    private boolean ended;

    /**
     * Begins to receive the body. Call it on the context.
     *
     * @param context where the body's events happen
     * @param patience how slow the client may be
     */
    public BodyPipe(ReadStream<Buffer> body, Context context, BodyPatience patience, Pause pause) {
        this.body = body;
        this.context = context;
        this.patience = patience;
        this.pause = pause;
        body.handler(this::add)
                .endHandler(end -> {
                    complete = true;
                    parts.add(new Part.End());
                })
                .exceptionHandler(failure -> {
                    if (!complete) {
                        var gone = BrokenOffException.lost(failure);
                        lost = gone;
                        parts.add(new Part.BrokenOff(gone));
                    }
                });
        body.resume();
    }

    /** Makes all further reading fail, also of bytes that have arrived. Safe for use by other threads. */
    public void stop(BrokenOffException why) {
        stopped = why;
        parts.add(new Part.BrokenOff(why));
    }

    /** Whether reading was stopped, or the client was too slow. */
    public boolean isStopped() {
        return stopped != null;
    }

    /**
     * Throws if reading was stopped, or the client has gone before the end of the body. Bytes that have arrived can
     * still be read.
     */
    public void throwIfOver() throws BrokenOffException {
        BrokenOffException over = stopped == null ? lost : stopped;
        if (over != null) {
            throw over;
        }
    }

    /** Whether the body comes too slowly. */
    public boolean isSlow() {
        return patience.isSlow(received.get(), waitedNanos());
    }

    /** How long the reader has waited for the client, in nanoseconds, with the current wait. */
    public long waitedNanos() {
        long since = waitingSince;
        return waited.get() + (since == 0 ? 0 : System.nanoTime() - since);
    }

    public long received() {
        return received.get();
    }

    private void add(Buffer buffer) {
        received.addAndGet(buffer.length());
        parts.add(new Part.Bytes(buffer));
        if (waiting.addAndGet(buffer.length()) > HIGH && !paused) {
            paused = true;
            body.pause();
        }
    }

    private void taken(int length) {
        if (waiting.addAndGet(-length) < LOW && paused) {
            context.runOnContext(v -> {
                if (paused && waiting.get() < LOW) {
                    paused = false;
                    body.resume();
                }
            });
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int to, int length) throws IOException {
        Objects.checkFromIndexSize(to, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (offset == current.length()) {
            if (!advance()) {
                return -1;
            }
        }
        int read = Math.min(length, current.length() - offset);
        current.getBytes(offset, offset + read, bytes, to);
        offset += read;
        return read;
    }

    @Override
    public int available() {
        return current.length() - offset;
    }

    @SuppressWarnings("ThreadPriorityCheck") // virtual threads share few processors, and are not interrupted
    private boolean advance() throws IOException {
        if (ended) {
            return false;
        }
        Thread.yield(); // without it, a reader that never waits would keep a processor from all others
        switch (next()) {
            case Part.Bytes(Buffer bytes) -> {
                current = bytes;
                offset = 0;
                taken(bytes.length());
            }
            case Part.End() -> ended = true;
            case Part.BrokenOff(BrokenOffException why) -> {
                parts.add(new Part.BrokenOff(why));
                throw why;
            }
        }
        return !ended;
    }

    private Part next() throws IOException {
        BrokenOffException over = stopped;
        if (over != null) {
            throw over;
        }
        Part there = parts.poll();
        return there == null ? await() : there;
    }

    private Part await() throws IOException {
        long left = patience.left(received.get(), waited.get());
        try {
            Part part = poll(Math.min(IDLE_NANOS, left));
            if (part == null && left > IDLE_NANOS) {
                pause.begin();
                try {
                    part = poll(left - IDLE_NANOS);
                } finally {
                    pause.end();
                }
            }
            if (part == null) {
                var slow = BrokenOffException.slow();
                stop(slow);
                throw slow;
            }
            return part;
        } catch (InterruptedException interrupted) {
            throw BrokenOffException.interrupted(interrupted);
        }
    }

    private @Nullable Part poll(long nanos) throws InterruptedException {
        long began = System.nanoTime();
        waitingSince = began;
        try {
            return parts.poll(nanos, TimeUnit.NANOSECONDS);
        } finally {
            waitingSince = 0;
            waited.addAndGet(System.nanoTime() - began);
        }
    }
}
