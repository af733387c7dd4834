package org.zoneregistry.imports.body;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A request's body for a thread that reads: the event loop puts in what arrives, and stops the client while more waits
 * than is soon read. The reader waits, so it must be a virtual thread.
 */
public final class BodyPipe extends InputStream {

    /** So much may wait before the client is stopped; what is on its way by then comes on top. */
    static final int HIGH = 262_144;

    private static final int LOW = HIGH / 4;
    private static final long IDLE_MILLIS = 50;

    private sealed interface Part {
        record Bytes(Buffer bytes) implements Part {}

        record End() implements Part {}

        record Lost(Throwable cause) implements Part {}
    }

    private final ReadStream<Buffer> body;
    private final Context context;
    private final Runnable idle;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private volatile boolean paused;

    // the reader's
    private Buffer current = Buffer.buffer();
    private int offset;
    private boolean ended;

    /**
     * Begins to take the body in. To be called on the context.
     *
     * @param context where the body's events happen
     * @param idle called by the reader before it waits longer than a moment for the client
     */
    public BodyPipe(ReadStream<Buffer> body, Context context, Runnable idle) {
        this.body = body;
        this.context = context;
        this.idle = idle;
        body.handler(this::add)
                .endHandler(end -> parts.add(new Part.End()))
                .exceptionHandler(failure -> parts.add(new Part.Lost(failure)));
        body.resume();
    }

    /** How many bytes have arrived. */
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

    private boolean advance() throws IOException {
        if (ended) {
            return false;
        }
        switch (next()) {
            case Part.Bytes(Buffer bytes) -> {
                current = bytes;
                offset = 0;
                taken(bytes.length());
            }
            case Part.End() -> ended = true;
            case Part.Lost(Throwable cause) -> {
                parts.add(new Part.Lost(cause));
                throw new ConnectionLostException(cause);
            }
        }
        return !ended;
    }

    private Part next() throws IOException {
        try {
            Part part = parts.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (part != null) {
                return part;
            }
            idle.run();
            return parts.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException().initCause(interrupted);
        }
    }
}
