package org.zoneregistry.log;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Sources in batches. Requests that arrive while one statement runs share the next one, and equal criteria are read
 * once. For cached criteria it reads only the events after the cached part, in the statement that reads the head. So an
 * answer is never older than its statement, and its marker is always right.
 */
final class SourceQueue {

    private static final String SQL = "select criterion, event_position, event_bytes from source_events("
            + "$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17)";
    private static final long PAUSE_MILLIS = 100;

    /** Makes an entry from stored bytes. */
    interface Reader {
        SourceCache.Event read(long position, byte[] bytes);
    }

    private record Request(
            List<Criterion> criteria, long after, long deadlineNanos, CompletableFuture<SourceResult> result) {}

    /** One criterion of a batch: the cached events, the new events, or the reason why it can't be read. */
    private static final class Slot {
        final long after;
        final SourceCache.@Nullable Known known;
        final List<SourceCache.Event> found = new ArrayList<>();

        @Nullable
        RuntimeException unreadable;

        Slot(long after, SourceCache.@Nullable Known known) {
            this.after = after;
            this.known = known;
        }

        List<SourceCache.Event> all() {
            SourceCache.Known before = known;
            if (before == null || before.events().isEmpty()) {
                return found;
            }
            if (found.isEmpty()) {
                return before.events();
            }
            List<SourceCache.Event> all = new ArrayList<>(before.events());
            all.addAll(found);
            return all;
        }
    }

    private record Key(Criterion criterion, long after) {}

    private final Vertx vertx;
    private final Context context;
    private final EngineSettings settings;
    private final Reader reader;
    private final Lane lane;
    private final SourceCache cache;
    private final KnownHistory history;

    private final Queue<Request> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean flushIsDue = new AtomicBoolean();
    private boolean inFlight; // on the context only

    SourceQueue(
            Vertx vertx,
            Context context,
            Pool pool,
            EngineSettings settings,
            KnownHistory history,
            SourceCache cache,
            Reader reader) {
        this.vertx = vertx;
        this.context = context;
        this.settings = settings;
        this.reader = reader;
        this.lane = new Lane(vertx, context, pool, settings.statementPatience(), SQL);
        this.cache = cache;
        this.history = history;
    }

    /** From any thread; the answer comes on the context. */
    CompletableFuture<SourceResult> source(List<Criterion> criteria, long after) {
        Optional<LostEvent> lost = history.lost();
        if (lost.isPresent()) {
            return CompletableFuture.failedFuture(new LogHaltedException(lost.get()));
        }
        if (waiting.incrementAndGet() > settings.queuedCommands()) {
            waiting.decrementAndGet();
            return CompletableFuture.failedFuture(
                    new LogUnavailableException(settings.queuedCommands() + " are waiting to be sourced"));
        }
        Request request = new Request(
                criteria,
                Math.max(0, after),
                System.nanoTime() + settings.patience().toNanos(),
                new CompletableFuture<>());
        arrivals.add(request);
        flushSoon();
        return request.result();
    }

    /** Calls the statement with nothing to source. */
    Future<RowSet<Row>> warmUp() {
        Promise<RowSet<Row>> done = Promise.promise();
        Tuple nothing = Tuple.tuple();
        new CriteriaColumns().addTo(nothing);
        context.runOnContext(v -> lane.call(SQL, nothing).onComplete(done));
        return done.future();
    }

    void close() {
        context.runOnContext(v -> lane.close());
    }

    private void flushSoon() {
        if (flushIsDue.compareAndSet(false, true)) {
            context.runOnContext(v -> {
                flushIsDue.set(false);
                flush();
            });
        }
    }

    private void flush() {
        if (inFlight) {
            return;
        }
        List<Request> requests = new ArrayList<>();
        while (requests.size() < settings.commandsPerBatch() && arrivals.peek() != null) {
            requests.add(arrivals.remove());
        }
        if (requests.isEmpty()) {
            return;
        }
        inFlight = true;
        Map<Key, Slot> slots = new LinkedHashMap<>();
        for (Request request : requests) {
            for (Criterion criterion : request.criteria()) {
                slots.computeIfAbsent(new Key(criterion, request.after()), this::slot);
            }
        }
        CriteriaColumns columns = new CriteriaColumns();
        List<Slot> numbered = new ArrayList<>(slots.size());
        slots.forEach((key, slot) -> {
            numbered.add(slot);
            columns.add(numbered.size(), key.criterion(), slot.after);
        });
        Tuple arguments = Tuple.tuple();
        columns.addTo(arguments);
        Future<RowSet<Row>> answer;
        try {
            answer = lane.call(SQL, arguments);
        } catch (RuntimeException unfit) {
            answer = Future.failedFuture(unfit);
        }
        answer.onComplete(result -> {
            inFlight = false;
            if (result.succeeded()) {
                long head = collect(result.result(), numbered);
                remember(slots, head);
                answer(requests, slots, head);
            } else {
                retry(requests, result.cause());
            }
            flushSoon();
        });
    }

    private Slot slot(Key key) {
        SourceCache.Known known = key.after() == 0 ? cache.get(key.criterion()) : null;
        return new Slot(known == null ? key.after() : known.upTo(), known);
    }

    private long collect(RowSet<Row> rows, List<Slot> numbered) {
        long head = 0;
        for (Row row : rows) {
            int number = row.getInteger(0);
            long position = row.getLong(1);
            if (number == 0) {
                head = position;
                sawHead(position, row.getBuffer(2));
                continue;
            }
            Slot slot = numbered.get(number - 1);
            try {
                Buffer bytes = row.getBuffer(2);
                slot.found.add(reader.read(position, bytes.getBytes()));
            } catch (RuntimeException unreadable) {
                slot.unreadable = unreadable;
            }
        }
        for (Slot slot : numbered) {
            slot.found.sort(Comparator.comparingLong(SourceCache.Event::position));
        }
        return head;
    }

    private void sawHead(long position, @Nullable Buffer id) {
        if (id != null) {
            history.saw(position, new UUID(id.getLong(0), id.getLong(Long.BYTES)));
        }
    }

    private void remember(Map<Key, Slot> slots, long head) {
        slots.forEach((key, slot) -> {
            if (key.after() == 0 && slot.unreadable == null) {
                cache.put(key.criterion(), new SourceCache.Known(slot.all(), head));
            }
        });
    }

    private void answer(List<Request> requests, Map<Key, Slot> slots, long head) {
        for (Request request : requests) {
            waiting.decrementAndGet();
            List<Slot> own = new ArrayList<>(request.criteria().size());
            for (Criterion criterion : request.criteria()) {
                Slot slot = slots.get(new Key(criterion, request.after()));
                if (slot != null) {
                    own.add(slot);
                }
            }
            RuntimeException unreadable = own.stream()
                    .map(slot -> slot.unreadable)
                    .filter(e -> e != null)
                    .findFirst()
                    .orElse(null);
            if (unreadable != null) {
                request.result().completeExceptionally(unreadable);
            } else {
                request.result()
                        .complete(SourceResult.of(own.stream().map(Slot::all).toList(), head));
            }
        }
    }

    private void retry(List<Request> requests, Throwable failure) {
        List<Request> patient = new ArrayList<>(requests.size());
        boolean passes = !Failures.isRefusal(failure) || Failures.isTransient(failure);
        for (Request request : requests) {
            if (passes && System.nanoTime() - request.deadlineNanos() < 0) {
                patient.add(request);
            } else {
                waiting.decrementAndGet();
                request.result()
                        .completeExceptionally(new LogUnavailableException(
                                "the log can't be sourced: " + failure.getMessage(), failure));
            }
        }
        if (!patient.isEmpty()) {
            vertx.setTimer(PAUSE_MILLIS, v -> {
                arrivals.addAll(patient);
                flushSoon();
            });
        }
    }
}
