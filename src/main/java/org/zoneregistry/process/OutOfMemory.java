package org.zoneregistry.process;

import java.lang.foreign.Arena;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process at once where memory is gone, as {@code -XX:+ExitOnOutOfMemoryError} does: a JVM that goes on
 * without memory does harm in ways that nobody has tested; one that ends is started again. It sees errors that no
 * thread has caught, that are logged or that it is told of, direct memory's included; and it tries itself whether there
 * is any memory.
 *
 * <p>Not guaranteed: that an error which somebody catches and tells nobody of ends the process, where memory is there
 * again soon after.
 */
public final class OutOfMemory implements AutoCloseable {

    /** What HotSpot itself ends with. */
    public static final int EXIT_CODE = 3;

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int PROBE_BYTES = 1 << 20;
    private static final int DEEPEST = 16;

    private static volatile boolean watches;

    private final ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("out-of-memory").factory());
    private final Logger root = Logger.getLogger("");
    private final Handler logged = new Handler() {
        @Override
        public void publish(LogRecord event) {
            endIf(event.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Thread.@Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    private OutOfMemory() {
        root.addHandler(logged);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            endIf(failure);
            if (before != null) {
                before.uncaughtException(thread, failure);
            } else {
                failure.printStackTrace();
            }
        });
        var _ = prober.scheduleWithFixedDelay(OutOfMemory::probe, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Watches until it is closed. */
    public static OutOfMemory watch() {
        watches = true;
        return new OutOfMemory();
    }

    /** Ends the process if this is, or comes of, an {@link OutOfMemoryError}, and anybody watches. */
    public static void endIf(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; watches && cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OutOfMemoryError) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            cause = cause.getCause();
        }
    }

    private static void probe() {
        byte[] ofTheHeap = {};
        try (Arena direct = Arena.ofConfined()) {
            ofTheHeap = new byte[PROBE_BYTES];
            var _ = direct.allocate(PROBE_BYTES); // of what the JVM allows for direct buffers
        } catch (OutOfMemoryError gone) {
            endIf(gone);
        } finally {
            Reference.reachabilityFence(ofTheHeap); // so that no compiler leaves it out
        }
    }

    @Override
    public void close() {
        watches = false;
        prober.shutdownNow();
        root.removeHandler(logged);
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
