package org.zoneregistry.postgres;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The embedded server of this process. It is stopped when the process ends, after the application.
 *
 * <p>In development and in tests, a second application can follow in the same process, with other class loaders. The
 * server keeps running, and the second application becomes responsible for stopping it.
 */
final class ServerOfThisProcess {
    private static final System.Logger LOG = System.getLogger(ServerOfThisProcess.class.getName());
    private static final Duration PATIENCE_WITH_THE_APPLICATION = Duration.ofSeconds(60);
    private static final Duration WATCH_EVERY = Duration.ofSeconds(1);
    /**
     * A thread can be found across class loaders. The previous application's thread has this name and waits to be
     * interrupted.
     */
    private static final String KEEPER = "postgres-keeper";

    private static @Nullable EmbeddedPostgres running;

    private ServerOfThisProcess() {}

    /** Starts it, or returns the one that this application has started already. */
    static synchronized EmbeddedPostgres start(Path directory) {
        if (running == null) {
            takeOver();
            EmbeddedPostgres started = EmbeddedPostgres.start(directory);
            Thread hook = new Thread(() -> stopAfterApplication(started), "postgres-stop");
            Runtime.getRuntime().addShutdownHook(hook);
            if (LaunchMode.current() != LaunchMode.NORMAL) {
                Thread.ofPlatform().daemon().name(KEEPER).start(() -> handOverWhenInterrupted(started, hook));
            }
            running = started;
            Thread.ofPlatform().daemon().name("postgres-watch").start(() -> watch(started));
        }
        return running;
    }

    /** Restarts the server if it ends by itself. Stops when the server is closed or detached. */
    private static void watch(EmbeddedPostgres postgres) {
        String trouble = "";
        while (!postgres.isGivenUp()) {
            try {
                Thread.sleep(WATCH_EVERY);
                if (postgres.revive()) {
                    LOG.log(System.Logger.Level.WARNING, "PostgreSQL had ended and was restarted");
                    trouble = "";
                }
            } catch (IOException | RuntimeException failed) {
                if (!trouble.equals(String.valueOf(failed.getMessage()))) {
                    trouble = String.valueOf(failed.getMessage());
                    LOG.log(System.Logger.Level.ERROR, "PostgreSQL has ended and can''t be restarted: {0}", trouble);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void takeOver() {
        try {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals(KEEPER)) {
                    thread.interrupt();
                    thread.join();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void handOverWhenInterrupted(EmbeddedPostgres postgres, Thread hook) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException successor) {
            Runtime.getRuntime().removeShutdownHook(hook);
            postgres.detach();
        }
    }

    private static void stopAfterApplication(EmbeddedPostgres postgres) {
        Application application = Application.currentApplication();
        if (application != null) {
            try {
                Thread.ofVirtual().start(application::awaitShutdown).join(PATIENCE_WITH_THE_APPLICATION);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        postgres.close();
    }
}
