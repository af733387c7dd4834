package org.zoneregistry.process;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process at once when memory is exhausted, as {@code -XX:+ExitOnOutOfMemoryError} does. A JVM without memory
 * behaves in ways that nobody has tested; a JVM that ended can be restarted. This class sees errors that are uncaught,
 * logged, or passed to {@link #endIf}, including those of direct memory. It also tests regularly whether memory can be
 * allocated.
 *
 * <p>Not guaranteed: that the process ends after an error that code catches and does not report, if memory is available
 * again soon after.
 */
public final class OutOfMemory implements AutoCloseable {

    /** The exit code that HotSpot itself uses. */
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

    /** Found by the prober, not at the start. */
    private @Nullable Direct direct;

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
        var _ = prober.scheduleWithFixedDelay(this::probe, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Watches until it is closed. */
    public static OutOfMemory watch() {
        watches = true;
        return new OutOfMemory();
    }

    /** Ends the process if the failure is an {@link OutOfMemoryError} or was caused by one, and a watch is active. */
    public static void endIf(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; watches && cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OutOfMemoryError) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            cause = cause.getCause();
        }
    }

    /**
     * Direct memory is only tested if the limit is near, because it comes back with a garbage collection. Then the JVM
     * itself collects garbage, and fails if that was not enough.
     */
    private void probe() {
        byte[] ofTheHeap = {};
        try {
            ofTheHeap = new byte[PROBE_BYTES];
            Direct memory = direct == null ? Direct.find() : direct;
            direct = memory;
            if (memory.usedBytes() > memory.mostBytes() - PROBE_BYTES) {
                var _ = ByteBuffer.allocateDirect(PROBE_BYTES);
            }
        } catch (OutOfMemoryError gone) {
            endIf(gone);
        } finally {
            Reference.reachabilityFence(ofTheHeap); // so that the compiler can't remove the allocation
        }
    }

    @Override
    public void close() {
        watches = false;
        prober.shutdownNow();
        root.removeHandler(logged);
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    /** Direct memory. Not in static fields: those of a native binary are of the machine that built it. */
    private record Direct(List<BufferPoolMXBean> pools, long mostBytes) {

        static Direct find() {
            List<BufferPoolMXBean> pools = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                    .filter(pool -> pool.getName().equals("direct"))
                    .toList();
            long option = isNative() ? 0 : option();
            return new Direct(pools, option == 0 ? Runtime.getRuntime().maxMemory() : option);
        }

        long usedBytes() {
            return pools.stream().mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
        }

        /** 0 if it is not set: then there is as much as of the heap. */
        private static long option() {
            var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return jvm == null
                    ? 0
                    : Long.parseLong(jvm.getVMOption("MaxDirectMemorySize").getValue());
        }

        private static boolean isNative() {
            return System.getProperty("org.graalvm.nativeimage.imagecode") != null;
        }
    }
}
