package org.zoneregistry.bench;

import java.util.concurrent.CompletableFuture;

/** Records things one by one. */
interface Subject extends AutoCloseable {

    /** Completes when the record with the number is durable. */
    CompletableFuture<?> record(long number);

    @Override
    void close();
}
