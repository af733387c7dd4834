package org.zoneregistry.log;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of the log: the last event that it has seen, and some of the events before it. With these it
 * detects a database that lacks seen events or has other events in their place, as after a failover to a standby that
 * lagged, or after a backup was restored.
 *
 * <p>Guaranteed: a loss that was found, here or by {@linkplain #adopt another node}, stays known until the process
 * ends. From then on this node appends nothing, signs nothing, and answers only up to the {@linkplain #reach() last
 * event} that both histories have. Not guaranteed: that it finds a loss of events that no node has seen.
 *
 * <p>To be used from any thread.
 */
public final class KnownHistory {

    /** The largest number of remembered events. */
    private static final int MOST = 1_024;

    /** How many of the last events are looked up on each new connection. */
    private static final int LOOKED_FOR = 16;

    private static final String FIND = "(select position, id from event where position = any($1))"
            + " union (select position, id from event order by position desc limit 1)";

    private static final String FIND_ALL = "select position, id from event where position = any($1)";

    /** An event that was seen. */
    record Seen(long position, UUID id) {}

    /** Nothing was seen. */
    static final Seen NOTHING = new Seen(0, new UUID(0, 0));

    private final NavigableMap<Long, UUID> seen = new TreeMap<>(); // guarded by this
    private volatile Seen last = NOTHING;
    private volatile @Nullable LostEvent lost;
    private volatile long reach = Long.MAX_VALUE;
    private volatile boolean isReachKnown; // after a loss
    private volatile boolean isHeld;
    private final List<Consumer<LostEvent>> whenLost = new CopyOnWriteArrayList<>();

    /** The last event that was seen. */
    Seen last() {
        return last;
    }

    /** Notes an event that is in the log. */
    public void saw(long position, UUID id) {
        if (position > last.position()) {
            note(position, id);
        }
    }

    private synchronized void note(long position, UUID id) {
        if (lost != null || position <= last.position()) {
            return;
        }
        last = new Seen(position, id);
        seen.put(position, id);
        if (seen.size() > MOST) {
            thinOut();
        }
    }

    /**
     * Removes every second event of the older half. So the remembered events reach far back, and are dense near the
     * end.
     */
    private void thinOut() {
        Iterator<Long> positions = seen.keySet().iterator();
        for (int i = 0; i < MOST / 2; i++) {
            positions.next();
            if (i % 2 == 1) {
                positions.remove();
            }
        }
    }

    /**
     * Makes appends wait while the log is compared with the signed checkpoints. They wait at most as long as any
     * command waits.
     */
    public void hold() {
        isHeld = true;
    }

    /** The end of {@link #hold}. */
    public void release() {
        isHeld = false;
    }

    boolean isHeld() {
        return isHeld;
    }

    /** Calls it when this node finds a loss. */
    public void whenLost(Consumer<LostEvent> handler) {
        whenLost.add(handler);
    }

    /** The event that was found to be lost. */
    public Optional<LostEvent> lost() {
        return Optional.ofNullable(lost);
    }

    /**
     * The last position up to which the database is known to have what this node has seen. No limit while nothing is
     * lost.
     */
    public long reach() {
        return reach;
    }

    /**
     * Checks that a connection leads to a log with the events that were seen, and notes where that log ends. Succeeds
     * if a loss was found before; then it checks how much is left of what both histories have.
     *
     * @return fails with {@link LogHaltedException} if an event is missing; with {@link LogUnavailableException} if the
     *     server is a standby that may still catch up; otherwise as the connection does
     */
    public Future<Void> prove(SqlConnection connection) {
        Map<Long, UUID> before = lately(); // events that are seen while the query runs may be missing in its answer
        if (lost != null) {
            return isReachKnown ? confirmReach(connection) : findReach(connection);
        }
        if (before.isEmpty()) {
            return Future.succeededFuture();
        }
        return find(FIND, connection, before).compose(rows -> {
            Map<Long, UUID> found = new HashMap<>();
            rows.forEach(row -> found.put(row.getLong(0), row.getUUID(1)));
            long head = found.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
            Optional<Map.Entry<Long, UUID>> missing = before.entrySet().stream()
                    .filter(event -> !event.getValue().equals(found.get(event.getKey())))
                    .max(Map.Entry.comparingByKey());
            if (missing.isEmpty()) {
                saw(head, requireNonNull(found.get(head)));
                return Future.succeededFuture();
            }
            return missing(
                    connection,
                    new LostEvent(missing.get().getKey(), missing.get().getValue(), head));
        });
    }

    private Future<Void> missing(SqlConnection connection, LostEvent event) {
        return connection.query("select pg_is_in_recovery()").execute().compose(rows -> {
            if (rows.iterator().next().getBoolean(0)) {
                return Future.failedFuture(
                        new LogUnavailableException("the server is a standby that has not caught up with the log"));
            }
            return lose(connection, event);
        });
    }

    private synchronized Map<Long, UUID> lately() {
        Map<Long, UUID> lately = new HashMap<>();
        seen.descendingMap().entrySet().stream()
                .limit(LOOKED_FOR)
                .forEach(event -> lately.put(event.getKey(), event.getValue()));
        return lately;
    }

    /**
     * Checks that a replica has no other event in the place of one that was seen. The replica may lag.
     *
     * @return fails with {@link LogUnavailableException} if it has
     */
    public Future<Void> proveReplica(SqlConnection connection) {
        Map<Long, UUID> known = copyOfSeen();
        return find(FIND_ALL, connection, known).compose(rows -> {
            for (Row row : rows) {
                if (!row.getUUID(1).equals(known.get(row.getLong(0)))) {
                    return Future.failedFuture(new LogUnavailableException("the replica belongs to another log"));
                }
            }
            return Future.succeededFuture();
        });
    }

    synchronized Map<Long, UUID> copyOfSeen() {
        return Map.copyOf(seen);
    }

    private static Future<RowSet<Row>> find(String question, SqlConnection connection, Map<Long, UUID> known) {
        return connection
                .preparedQuery(question)
                .execute(Tuple.tuple().addArrayOfLong(known.keySet().toArray(Long[]::new)));
    }

    private Future<Void> lose(SqlConnection connection, LostEvent event) {
        synchronized (this) {
            if (lost != null) {
                return Future.failedFuture(new LogHaltedException(lost));
            }
            reach = 0; // before the loss, so that nobody takes a lost position for one that is there
            lost = event;
        }
        return findReach(connection)
                .onComplete(tried -> whenLost.forEach(each -> each.accept(event)))
                .compose(found -> Future.failedFuture(new LogHaltedException(event)));
    }

    /**
     * Takes over a loss that another node has found, or this one before it was restarted. Has no effect if this node
     * has found one itself.
     *
     * @param common the last position that both histories are known to have
     */
    public synchronized void adopt(LostEvent event, long common) {
        if (lost == null) {
            reach = common;
            isReachKnown = true;
            lost = event;
        }
    }

    /** Finds the last event that both histories have. If that fails, the next connection tries again. */
    private Future<Void> findReach(SqlConnection connection) {
        Map<Long, UUID> known = copyOfSeen();
        return find(FIND_ALL, connection, known)
                .onSuccess(rows -> {
                    reach = lastCommon(rows, known);
                    isReachKnown = true;
                })
                .mapEmpty();
    }

    /** The database may go back again after the loss was found. */
    private Future<Void> confirmReach(SqlConnection connection) {
        long before = reach;
        Map<Long, UUID> known = new HashMap<>(copyOfSeen());
        known.keySet().removeIf(position -> position > before);
        if (known.isEmpty()) {
            return Future.succeededFuture();
        }
        return find(FIND_ALL, connection, known)
                .onSuccess(rows -> {
                    if (rows.stream().filter(row -> isKnown(row, known)).count() < known.size()) {
                        reach = lastCommon(rows, known);
                    }
                })
                .mapEmpty();
    }

    private static boolean isKnown(Row row, Map<Long, UUID> known) {
        return row.getUUID(1).equals(known.get(row.getLong(0)));
    }

    private static long lastCommon(RowSet<Row> rows, Map<Long, UUID> known) {
        return rows.stream()
                .filter(row -> isKnown(row, known))
                .mapToLong(row -> row.getLong(0))
                .max()
                .orElse(0);
    }
}
