package org.zoneregistry.log;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
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

/** The log in PostgreSQL, with the reactive client. */
final class PostgresEventLog implements EventLog {

    private static final String READ =
            "select bytes from event where position > $1 and position <= $2 order by position limit $3";

    /**
     * Reads a short range of the index for each type. In the order of positions, rare types in a long log would need a
     * long scan.
     */
    private static final String READ_TYPES = "select e.bytes from (select distinct unnest($4::text[])) t(type)"
            + " cross join lateral (select position, bytes from event"
            + " where type = t.type and position > $1 and position <= $2 order by position limit $3) e"
            + " order by e.position limit $3";

    /**
     * The planner sees the types: it chooses the short ranges for rare types, and the order of positions for common
     * ones.
     */
    private static final String READ_ANY_TYPE = "select bytes from event"
            + " where type = any($4::text[]) and position > $1 and position <= $2 order by position limit $3";

    private static final String READ_TAGS =
            "select e.bytes from event_positions_tagged($1, $2, $3, $4, $5) p join event e on e.position = p"
                    + " order by p limit $3";
    private static final String HEAD =
            "select position, recorded_at, id from event where position <= $1 order by position desc limit 1";

    /** The planner knows that these are two rows, so it doesn't plan anew for each position. */
    private static final String HEADS =
            "select position, recorded_at, id from event where position = any(array[$1::bigint, $1 + 1])"
                    + " and position <= $2 order by position";

    private static final String SECONDS =
            "select last_position, last_recorded_at, last_id from event_prefixes_at_seconds($1, $2)"
                    + " where last_position <= $3";
    private static final String BY_POSITIONS =
            "select bytes from event where position = any($1::bigint[]) order by position";
    private static final String BY_ID = "select bytes from event where id = $1";
    private static final String PREFIX =
            "select last_position, last_recorded_at, last_id, is_final, is_future from event_prefix_at($1)";

    private static final String POSITIONS =
            "select p.last_position from unnest($1::timestamptz[]) with ordinality t(at, n)"
                    + " cross join lateral event_prefix_at(t.at) p order by t.n";

    private final Pool pool;
    private final StoredForm form;
    private final LogWatcher watcher;
    private final KnownHistory history;

    PostgresEventLog(Pool pool, StoredForm form, LogWatcher watcher, KnownHistory history) {
        this.pool = pool;
        this.form = form;
        this.watcher = watcher;
        this.history = history;
    }

    @Override
    public CompletionStage<List<StoredEvent>> readAfter(long position, int limit) {
        return readAfter(pool, position, limit);
    }

    @Override
    public CompletionStage<List<StoredEvent>> readAfter(SqlClient connection, long position, int limit) {
        return rows(connection, READ, Tuple.of(position, Long.MAX_VALUE, (long) limit))
                .map(this::events)
                .toCompletionStage();
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
    public CompletionStage<List<StoredEvent>> readRecordedBy(
            SqlClient connection,
            Collection<String> actors,
            long position,
            long upTo,
            Collection<String> types,
            Collection<String> tags,
            int limit) {
        return EventsOfActors.read(connection, actors, position, upTo, types, tags, limit)
                .map(this::events)
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
                    long reach = history.reach();
                    for (Row row : rows) {
                        if (position + bytes.size() < reach) {
                            bytes.add(StoredBytes.adopt(row.getBuffer(0).getBytes()));
                        }
                    }
                    return bytes;
                })
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<StoredEvent>> findByPositions(List<Long> positions) {
        return query(BY_POSITIONS, Tuple.of(positions.toArray(Long[]::new)))
                .map(found -> {
                    if (found.size() != positions.size()) {
                        throw new IllegalStateException("The log lacks an event of the positions " + positions + ".");
                    }
                    return found;
                })
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<LogHead>> heads(long position) {
        return heads(HEADS, Tuple.of(position, history.reach()));
    }

    @Override
    public CompletionStage<List<LogHead>> seconds(long after, int limit) {
        return heads(SECONDS, Tuple.of(after, (long) limit, history.reach()));
    }

    private CompletionStage<List<LogHead>> heads(String sql, Tuple arguments) {
        return rows(sql, arguments)
                .map(rows -> {
                    List<LogHead> heads = new ArrayList<>();
                    rows.forEach(row -> heads.add(head(row)));
                    return heads;
                })
                .toCompletionStage();
    }

    /** Reads a row with a position, its time and its identifier. */
    private LogHead head(Row row) {
        var head = new LogHead(row.getLong(0), row.getOffsetDateTime(1).toInstant(), row.getUUID(2));
        history.saw(head.position(), head.id());
        return head;
    }

    @Override
    public CompletionStage<Optional<StoredEvent>> findById(UUID id) {
        return query(BY_ID, Tuple.of(id)).map(PostgresEventLog::first).toCompletionStage();
    }

    @Override
    public CompletionStage<LogHead> head() {
        return currentHead().toCompletionStage();
    }

    private Future<LogHead> currentHead() {
        return rows(HEAD, Tuple.of(history.reach())).compose(rows -> {
            LogHead head = LogHead.EMPTY;
            for (Row row : rows) {
                head = head(row);
            }
            // a loss may have been found in the meantime
            return head.position() > history.reach() ? currentHead() : Future.succeededFuture(head);
        });
    }

    @Override
    public CompletionStage<PrefixAt> prefixAt(Instant knownAt) {
        OffsetDateTime at = OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC);
        return rows(PREFIX, Tuple.of(at))
                .map(rows -> prefix(rows.iterator().next()))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<List<Long>> positionsAt(List<Instant> times) {
        return rows(
                        pool,
                        POSITIONS,
                        Tuple.of(times.stream()
                                .map(time -> OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .map(rows -> {
                    List<Long> positions = new ArrayList<>(rows.size());
                    rows.forEach(row -> positions.add(Math.min(row.getLong(0), history.reach())));
                    return positions;
                })
                .toCompletionStage();
    }

    private PrefixAt prefix(Row row) {
        long position = row.getLong(0);
        if (position > history.reach()) {
            throw new LogHaltedException(history.lost().orElseThrow());
        }
        return new PrefixAt(position == 0 ? LogHead.EMPTY : head(row), row.getBoolean(3), row.getBoolean(4));
    }

    @Override
    public Optional<LostEvent> lost() {
        return history.lost();
    }

    @Override
    public long reach() {
        return history.reach();
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
            StoredEvent event = form.read(row.getBuffer(0).getBytes());
            history.saw(event.position(), event.id());
            if (event.position() <= history.reach()) {
                events.add(event);
            }
        }
        return events;
    }

    private Future<RowSet<Row>> rows(String sql, Tuple arguments) {
        return rows(pool, sql, arguments);
    }

    private static Future<RowSet<Row>> rows(SqlClient client, String sql, Tuple arguments) {
        return client.preparedQuery(sql).execute(arguments).recover(LogUnavailableException::future);
    }

    private static Optional<StoredEvent> first(List<StoredEvent> events) {
        return events.stream().findFirst();
    }
}
