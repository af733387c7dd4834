package org.zoneregistry.zone.read.registry;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.zoneregistry.log.EventLog;
import org.zoneregistry.log.StoredEvent;
import org.zoneregistry.projections.BulkFold;
import org.zoneregistry.projections.EmptyTables;
import org.zoneregistry.zone.event.json.ZoneEventType;

/** A fold that reads only events about zones. They are few in a log of trade, and the log finds them by type. */
final class RegistryBulk implements BulkFold {

    /** A large batch, because a batch reads the history of every zone that it touches again. */
    private static final int BATCH = 4_096;

    private static final List<String> TYPES =
            ZoneEventType.all().stream().map(ZoneEventType::wireName).toList();

    private final RegistryProjection projection;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    RegistryBulk(RegistryProjection projection) {
        this.projection = projection;
    }

    @Override
    public long prefix(long upTo) {
        return upTo;
    }

    /** The indexes exist from the beginning, because the fold looks up existing rows. */
    @Override
    public Uni<Void> fold(EmptyTables tables, EventLog log, long upTo, LongConsumer folded) {
        return tables.indexAll()
                .chain(() -> pieces(tables, log, 0, upTo, folded))
                .invoke(() -> folded.accept(upTo));
    }

    private Uni<Void> pieces(EmptyTables tables, EventLog log, long after, long upTo, LongConsumer folded) {
        return Uni.createFrom()
                .completionStage(() -> log.readInBulk(after, upTo, TYPES, BATCH, workers))
                .chain(events -> events.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : write(tables, events)
                                .invoke(folded::accept)
                                .chain(last -> events.size() < BATCH
                                        ? Uni.createFrom().voidItem()
                                        : pieces(tables, log, last, upTo, folded)));
    }

    private Uni<Long> write(EmptyTables tables, List<StoredEvent> events) {
        return tables.write(connection -> projection.apply(connection, events))
                .replaceWith(events.getLast().position());
    }
}
