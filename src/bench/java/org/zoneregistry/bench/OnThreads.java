package org.zoneregistry.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs a blocking subject on as many threads as there are concurrent records. */
final class OnThreads implements Subject {

    private final Subject blocking;
    private final ExecutorService threads;

    OnThreads(Subject blocking, int atOnce) {
        this.blocking = blocking;
        this.threads = Executors.newFixedThreadPool(atOnce);
    }

    @Override
    public CompletableFuture<?> record(long number) {
        return CompletableFuture.completedFuture(number)
                .thenComposeAsync(next -> blocking.record(next).<Object>thenApply(recorded -> recorded), threads);
    }

    @Override
    public void close() {
        blocking.close();
        threads.shutdown();
    }
}
