package org.zoneregistry.eventstore;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/** The log in PostgreSQL, by the reactive client. */
final class PostgresEventLog implements EventLog {

    private static final String READ =
            "select bytes from event where position > $1 and position <= $2 order by position limit $3";

    /** A short range of the index for each type: of rare types in a long log, the order by position would find none. */
    private static final String READ_TYPES = "select e.bytes from (select distinct unnest($4::text[])) t(type)"
            + " cross join lateral (select position, bytes from event"
            + " where type = t.type and position > $1 and position <= $2 order by position limit $3) e"
            + " order by e.position limit $3";

    /** Where the planner sees the types: of rare ones it takes the short ranges, of common ones the order by position. */
    private static final String READ_ANY_TYPE = "select bytes from event"
            + " where type = any($4::text[]) and position > $1 and position <= $2 order by position limit $3";

    private static final String READ_TAGS =
            "select e.bytes from event_positions_tagged($1, $2, $3, $4, $5) p join event e on e.position = p"
                    + " order by p limit $3";
    private static final String BY_POSITION = "select bytes from event where position = $1";
    private static final String BY_ID = "select bytes from event where id = $1";
    private static final String PREFIX = "select last_position, last_recorded_at from event_prefix_at($1)";

    private final Pool pool;
    private final StoredForm form;
    private final LogWatcher watcher;

    PostgresEventLog(Pool pool, StoredForm form, LogWatcher watcher) {
        this.pool = pool;
        this.form = form;
        this.watcher = watcher;
    }

    @Override
    public CompletionStage<List<StoredEvent>> readAfter(long position, int limit) {
        return query(READ, Tuple.of(position, Long.MAX_VALUE, (long) limit)).toCompletionStage();
    }

    @Override
    public CompletionStage<List<StoredEvent>> readMatching(
            long position, long upTo, Collection<String> types, Collection<String> tags, int limit) {
        Tuple arguments = Tuple.of(position, upTo, (long) limit);
        if (tags.isEmpty()) {
            return (types.isEmpty()
                            ? query(READ, arguments)
                            : query(READ_TYPES, arguments.addArrayOfString(types.toArray(String[]::new))))
                    .toCompletionStage();
        }
        return query(
                        READ_TAGS,
                        arguments
                                .addArrayOfString(tags.toArray(String[]::new))
                                .addArrayOfString(types.toArray(String[]::new)))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<StoredEvent>> readInBulk(
            long position, long upTo, Collection<String> types, int limit, Executor decoder) {
        Tuple arguments = Tuple.of(position, upTo, (long) limit);
        return (types.isEmpty()
                        ? rows(READ, arguments)
                        : rows(READ_ANY_TYPE, arguments.addArrayOfString(types.toArray(String[]::new))))
                .toCompletionStage()
                .thenApplyAsync(this::events, decoder);
    }

    @Override
    public CompletionStage<List<StoredBytes>> readBytes(long position, long upTo, int limit) {
        return rows(READ, Tuple.of(position, upTo, (long) limit))
                .map(rows -> {
                    List<StoredBytes> bytes = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        bytes.add(StoredBytes.adopt(row.getBuffer(0).getBytes()));
                    }
                    return bytes;
                })
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<StoredEvent>> findByPosition(long position) {
        return query(BY_POSITION, Tuple.of(position))
                .map(PostgresEventLog::first)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Optional<StoredEvent>> findById(UUID id) {
        return query(BY_ID, Tuple.of(id)).map(PostgresEventLog::first).toCompletionStage();
    }

    @Override
    public CompletionStage<LogHead> head() {
        return rows(LogWatcher.HEAD, Tuple.tuple()).map(PostgresEventLog::point).toCompletionStage();
    }

    @Override
    public CompletionStage<LogHead> prefixAt(Instant knownAt) {
        OffsetDateTime at = OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC);
        return rows(PREFIX, Tuple.of(at)).map(PostgresEventLog::point).toCompletionStage();
    }

    @Override
    public AutoCloseable onAppended(LongConsumer consumer) {
        return watcher.register(consumer);
    }

    private Future<List<StoredEvent>> query(String sql, Tuple arguments) {
        return rows(sql, arguments).map(this::events);
    }

    private List<StoredEvent> events(RowSet<Row> rows) {
        List<StoredEvent> events = new ArrayList<>(rows.size());
        for (Row row : rows) {
            events.add(form.read(row.getBuffer(0).getBytes()));
        }
        return events;
    }

    private Future<RowSet<Row>> rows(String sql, Tuple arguments) {
        return pool.preparedQuery(sql).execute(arguments).recover(LogUnavailableException::future);
    }

    private static LogHead point(RowSet<Row> rows) {
        for (Row row : rows) {
            return new LogHead(row.getLong(0), row.getOffsetDateTime(1).toInstant());
        }
        return LogHead.EMPTY;
    }

    private static Optional<StoredEvent> first(List<StoredEvent> events) {
        return events.stream().findFirst();
    }
}
