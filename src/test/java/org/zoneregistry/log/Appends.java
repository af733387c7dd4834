package org.zoneregistry.log;

import static org.zoneregistry.log.LogFixture.get;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.AppendCondition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine.AppendTransaction;
import org.axonframework.eventsourcing.eventstore.GenericTaggedEventMessage;
import org.axonframework.eventsourcing.eventstore.TaggedEventMessage;
import org.axonframework.messaging.core.MessageType;
import org.axonframework.messaging.eventhandling.GenericEventMessage;
import org.axonframework.messaging.eventstreaming.Tag;

/** Events with the types of {@link LogFixture}, and appends without a command bus. */
final class Appends {

    private Appends() {}

    static TaggedEventMessage<?> event(UUID id, String type, String payload, Tag... tags) {
        return new GenericTaggedEventMessage<>(
                new GenericEventMessage(id.toString(), new MessageType(type), payload, Map.of(), Instant.EPOCH),
                Set.of(tags));
    }

    /** Appends one event without a condition, and waits for it. */
    static void append(PostgresEventStorageEngine engine, String type, String payload) {
        get(commit(engine, AppendCondition.none(), event(UUID.randomUUID(), type, payload)));
    }

    @SuppressWarnings("unchecked") // this engine's transactions return receipts
    static CompletableFuture<AppendReceipt> commit(
            PostgresEventStorageEngine engine, AppendCondition condition, TaggedEventMessage<?>... events) {
        return engine.appendEvents(condition, null, List.of(events))
                .thenCompose(transaction -> ((AppendTransaction<AppendReceipt>) transaction).commit(null));
    }
}
