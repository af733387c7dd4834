package org.zoneregistry.log;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.log.PendingAppend.Condition;

/**
 * Group commit: commands that arrive during one batch share the next one ({@link BatchSize}).
 *
 * <p>A batch ends in one of five ways. It was answered: every command gets its own answer. It was not sent, or the
 * database refused it for a temporary reason: its commands are retried until their patience ends. The database refused
 * it for good: its commands are tried one by one, to find the one at fault. The connection was lost:
 * {@code resolve_append} finds the outcome before any command is answered. The log is halted, or the database lacks an
 * event that this node has seen: all commands fail.
 */
final class AppendQueue {

    private static final System.Logger LOG = System.getLogger(AppendQueue.class.getName());
    private static final long PAUSE_MILLIS = 100;

    private final Vertx vertx;
    private final Context context;
    private final Pool pool;
    private final EngineSettings settings;
    private final KnownHistory history;
    private final LongConsumer advanced;
    private final BiConsumer<PendingAppend, AppendReceipt> appended;
    private final BatchListener listener;
    private final Lane lane;
    private final Announcer announcer;

    private final Queue<PendingAppend> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean flushIsDue = new AtomicBoolean();

    // on the context only
    private final RandomGenerator random = new SplittableRandom(new SecureRandom().nextLong());
    private final Deque<PendingAppend> queue = new ArrayDeque<>();
    private int inFlight;
    private @Nullable LogHead head; // the head after this engine's last append; null while an outcome is open
    private boolean paused;
    private boolean oneAtATime; // the last batch had one command, and no other command waited

    /**
     * A queue.
     *
     * @param advanced is called with the last position of each batch, before its commands are answered
     * @param appended is called with each appended command, before it is answered, on the context
     * @param listener is told of each batch
     */
    AppendQueue(
            Vertx vertx,
            Context context,
            Pool pool,
            EngineSettings settings,
            KnownHistory history,
            LongConsumer advanced,
            BiConsumer<PendingAppend, AppendReceipt> appended,
            BatchListener listener) {
        this.vertx = vertx;
        this.context = context;
        this.pool = pool;
        this.settings = settings;
        this.history = history;
        this.advanced = advanced;
        this.appended = appended;
        this.listener = listener;
        this.announcer = new Announcer(vertx, context, pool);
        this.lane = new Lane(vertx, context, pool, settings.statementPatience(), AppendCall.statements());
    }

    /** From any thread. The answer comes on the context. */
    CompletableFuture<AppendReceipt> submit(List<EncodedEvent> events, Condition condition) {
        Optional<LostEvent> lost = history.lost();
        if (lost.isPresent()) {
            return CompletableFuture.failedFuture(new LogHaltedException(lost.get()));
        }
        if (waiting.incrementAndGet() > settings.queuedCommands()) {
            waiting.decrementAndGet();
            return CompletableFuture.failedFuture(
                    new LogUnavailableException(settings.queuedCommands() + " commands are waiting to be appended"));
        }
        PendingAppend command = new PendingAppend(
                events, condition, System.nanoTime() + settings.patience().toNanos());
        arrivals.add(command);
        // sends at once if no other command can arrive to share the batch
        if (Vertx.currentContext() == context && oneAtATime && inFlight == 0) {
            flush();
        } else {
            flushSoon();
        }
        return command.result;
    }

    /** Calls the statement with nothing to append. */
    Future<RowSet<Row>> warmUp() {
        Promise<RowSet<Row>> done = Promise.promise();
        AppendBatch nothing = new AppendBatch(batchId(), List.of(), null, history.last());
        context.runOnContext(v -> lane.call(nothing.sql(), nothing.arguments()).onComplete(done));
        return done.future();
    }

    void close() {
        context.runOnContext(v -> lane.close());
    }

    /** Flushes at the end of the current task on the context, so that all commands from that task share a batch. */
    private void flushSoon() {
        if (flushIsDue.compareAndSet(false, true)) {
            context.runOnContext(v -> {
                flushIsDue.set(false);
                flush();
            });
        }
    }

    private void flush() {
        for (PendingAppend command = arrivals.poll(); command != null; command = arrivals.poll()) {
            queue.add(command);
        }
        if (history.isHeld() && !queue.isEmpty()) {
            List<PendingAppend> held = List.copyOf(queue);
            queue.clear();
            retryLater(held, new LogUnavailableException("the log is being compared with its signed checkpoints"));
        }
        while (!paused) {
            List<PendingAppend> commands = next(BatchSize.of(queue.size(), inFlight, settings));
            if (commands.isEmpty()) {
                return;
            }
            inFlight++;
            oneAtATime = commands.size() == 1 && queue.isEmpty();
            AppendBatch batch = new AppendBatch(batchId(), commands, head, history.last());
            head = null;
            long sentAt = System.nanoTime();
            Future<RowSet<Row>> answer;
            try {
                answer = lane.call(batch.sql(), batch.arguments());
            } catch (RuntimeException unfit) {
                answer = Future.failedFuture(unfit);
            }
            answer.onComplete(result -> {
                inFlight--;
                if (result.failed()) {
                    failed(batch, result.cause());
                } else {
                    List<AppendOutcome> outcomes = batch.outcomes(result.result());
                    if (outcomes.isEmpty()) {
                        putBackAlone(batch);
                    } else {
                        listener.answered(
                                outcomes.size(), AppendOutcome.conflicts(outcomes), System.nanoTime() - sentAt);
                        answer(outcomes);
                    }
                }
                flushSoon();
            });
        }
    }

    /** A batch id needs no secure randomness. */
    private UUID batchId() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private List<PendingAppend> next(int atMost) {
        List<PendingAppend> commands = new ArrayList<>();
        int events = 0;
        while (commands.size() < atMost && !queue.isEmpty()) {
            PendingAppend command = queue.element();
            if (command.isExpired()) {
                queue.remove();
                fail(command, new LogUnavailableException("not appended in " + settings.patience()));
                continue;
            }
            boolean fits = events + command.events.size() <= settings.eventsPerBatch();
            if (!commands.isEmpty() && (command.alone || !fits)) {
                break;
            }
            commands.add(queue.remove());
            events += command.events.size();
            if (command.alone) {
                break;
            }
        }
        return commands;
    }

    private void answer(List<AppendOutcome> outcomes) {
        LogHead last = AppendOutcome.last(outcomes);
        if (last.position() > 0) {
            head = inFlight == 0 ? last : null;
            history.saw(last.position(), last.id());
            advanced.accept(last.position());
            announcer.announce(last);
        }
        for (AppendOutcome outcome : outcomes) {
            waiting.decrementAndGet();
            AppendReceipt receipt = outcome.receipt();
            if (receipt != null) {
                appended.accept(outcome.command(), receipt);
                outcome.command().result.complete(receipt);
            } else {
                outcome.command().result.completeExceptionally(outcome.rejection());
            }
        }
    }

    private void failed(AppendBatch batch, Throwable failure) {
        oneAtATime = false;
        if (Failures.isHalted(failure)) {
            batch.commands.forEach(command -> fail(command, new LogHaltedException(failure)));
            pool.withConnection(history::prove)
                    .onFailure(
                            unproven -> LOG.log(System.Logger.Level.DEBUG, "the history can't be checked", unproven));
        } else if (failure instanceof Lane.NotSentException || Failures.isTransient(failure)) {
            retryLater(batch.commands, failure);
        } else if (!Failures.isRefusal(failure)) {
            resolve(
                    batch,
                    failure,
                    System.nanoTime() + settings.resolvePatience().toNanos());
        } else if (batch.commands.size() > 1 || batch.isShort()) {
            putBackAlone(batch);
        } else {
            fail(batch.commands.getFirst(), new AppendRefusedException("refused: " + failure.getMessage(), failure));
        }
    }

    private void retryLater(List<PendingAppend> commands, Throwable failure) {
        List<PendingAppend> patient = new ArrayList<>(commands.size());
        for (PendingAppend command : commands) {
            if (command.isExpired()) {
                fail(command, new LogUnavailableException("not appended in " + settings.patience(), failure));
            } else {
                patient.add(command);
            }
        }
        putBack(patient);
        if (!paused) {
            paused = true;
            vertx.setTimer(
                    PAUSE_MILLIS,
                    v -> context.runOnContext(w -> {
                        paused = false;
                        flush();
                    }));
        }
    }

    /** Puts the commands back, to be appended one by one by the general function. */
    private void putBackAlone(AppendBatch batch) {
        batch.commands.forEach(command -> command.alone = true);
        putBack(batch.commands);
    }

    private void putBack(List<PendingAppend> commands) {
        commands.reversed().forEach(queue::addFirst);
        flushSoon();
    }

    private void resolve(AppendBatch batch, Throwable failure, long deadlineNanos) {
        batch.resolve(pool)
                .onComplete(result -> context.runOnContext(v -> {
                    if (result.failed() && System.nanoTime() - deadlineNanos < 0) {
                        vertx.setTimer(
                                PAUSE_MILLIS, w -> context.runOnContext(x -> resolve(batch, failure, deadlineNanos)));
                    } else if (result.failed()) {
                        String what = "the connection was lost during the commit, and its outcome could not be found"
                                + " out in " + settings.resolvePatience();
                        batch.commands.forEach(
                                command -> fail(command, new AppendOutcomeUnknownException(what, failure)));
                    } else if (result.result().isEmpty()) {
                        retryLater(batch.commands, failure);
                    } else {
                        answer(result.result());
                    }
                }));
    }

    private void fail(PendingAppend command, @Nullable Exception failure) {
        waiting.decrementAndGet();
        command.result.completeExceptionally(failure);
    }
}
