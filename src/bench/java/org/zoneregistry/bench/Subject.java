package org.zoneregistry.bench;

import java.util.concurrent.CompletableFuture;

/** Something that takes one record after the other. */
interface Subject extends AutoCloseable {

    /** Completes when the record of the number is durable. */
    CompletableFuture<?> record(long number);

    @Override
    void close();
}
