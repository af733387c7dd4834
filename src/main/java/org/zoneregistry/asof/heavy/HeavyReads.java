package org.zoneregistry.asof.heavy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.process.CallerContext;

/**
 * Runs expensive reads: few at once, each on one connection, in one snapshot, for a limited time. Computation on the
 * result runs off the event loops. If the client has gone, the read is not begun, or is cancelled in the database.
 *
 * <p>Guaranteed: the connection is returned and the seat becomes free, in every case. Not guaranteed: that a
 * computation in Java is interrupted.
 */
@ApplicationScoped
public class HeavyReads {

    private static final String QUERY_CANCELED = "57014";

    /** Plans each statement once, and not for each of its values: planning takes as long as a short question. */
    private static final String ONE_PLAN = "set local plan_cache_mode = force_generic_plan";

    private final Pool pool;
    private final Duration limit;
    private final String limits;
    private final String limitsOfStreams;
    private final Map<Effort, Seats> seats = new EnumMap<>(Effort.class);

    HeavyReads(
            Pool pool,
            MeterRegistry meters,
            @ConfigProperty(name = "registry.reads.look-ups-at-once", defaultValue = "4") int lookUps,
            @ConfigProperty(name = "registry.reads.scans-at-once", defaultValue = "2") int scans,
            @ConfigProperty(name = "registry.reads.streams-at-once", defaultValue = "2") int streams,
            @ConfigProperty(name = "registry.reads.patience", defaultValue = "5s") Duration patience,
            @ConfigProperty(name = "registry.reads.limit", defaultValue = "20s") Duration limit,
            @ConfigProperty(name = "registry.reads.limit-of-streams", defaultValue = "10m") Duration limitOfStreams) {
        this.pool = pool;
        this.limit = limit;
        this.limits = ONE_PLAN + "; set local statement_timeout = " + limit.toMillis();
        this.limitsOfStreams = limits + "; set local idle_in_transaction_session_timeout = " + limit.toMillis()
                + "; set local transaction_timeout = " + limitOfStreams.toMillis();
        seats.put(Effort.LOOK_UP, new Seats(lookUps, patience));
        seats.put(Effort.SCAN, new Seats(scans, patience));
        seats.put(Effort.STREAM, new Seats(streams, patience));
        seats.forEach((effort, each) -> Gauge.builder("registry.reads.free", each, Seats::free)
                .description("heavy reads of the kind that could begin now")
                .tag("effort", effort.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(meters));
    }

    /**
     * Queries the database, and makes an answer from the result.
     *
     * @param narrower how to ask for less, as a sentence
     * @param question one statement after the other, on this connection only
     * @param conclusion computed off the event loops
     * @return fails with {@code overloaded} if too many reads wait or it takes too long, and with
     *     {@code answer-too-large} if a step fails with {@link TooMuch}
     */
    public <R, T> Uni<T> ask(
            Effort effort, String narrower, Function<SqlConnection, Uni<R>> question, Function<R, T> conclusion) {
        return CallerContext.returnTo(Uni.createFrom().deferred(() -> {
                    var seat = seats(effort).seat();
                    var transaction = new ReadTransaction(pool, limits);
                    return Ending.of(
                            CallerContext.returnTo(seat.taken())
                                    .chain(() -> OffLoop.map(
                                                    transaction
                                                            .begun()
                                                            .chain(connection ->
                                                                    Settled.of(question.apply(connection))),
                                                    outcome -> outcome.map(conclusion))
                                            .ifNoItem()
                                            .after(limit)
                                            .fail()),
                            isInterrupted -> transaction.end(isInterrupted).eventually(seat::leave));
                }))
                .map(Settled::get)
                .onFailure()
                .transform(failure -> refusal(failure, narrower));
    }

    /**
     * Fails with {@code overloaded} if no other {@link #stream} can begin now. Call it before an answer with a stream
     * begins.
     */
    public void checkThatStreamCanBegin() {
        if (seats(Effort.STREAM).free() == 0) {
            throw Seats.overloaded();
        }
    }

    /**
     * Queries the database, and sends the result while it is read.
     *
     * @param question one statement after the other, on this connection only; it may emit on any thread
     * @return emits on the caller's context, one item for each request. It fails if a statement or the whole takes too
     *     long, or if no item is requested within the time limit of a statement
     */
    public <T> Multi<T> stream(Function<SqlConnection, Multi<T>> question) {
        var back = CallerContext.executor();
        return Multi.createFrom().deferred(() -> {
            var seat = seats(Effort.STREAM).seat();
            var transaction = new ReadTransaction(pool, limitsOfStreams);
            return Ending.of(
                            CallerContext.returnTo(seat.taken())
                                    .chain(transaction::begun)
                                    .onItem()
                                    .transformToMulti(question),
                            isInterrupted -> transaction.end(isInterrupted).eventually(seat::leave))
                    .onItem()
                    .transformToUniAndConcatenate(
                            item -> Uni.createFrom().item(item).emitOn(back));
        });
    }

    private Seats seats(Effort effort) {
        return Objects.requireNonNull(seats.get(effort));
    }

    private Throwable refusal(Throwable failure, String narrower) {
        return switch (failure) {
            case TooMuch tooMuch -> tooMuch.asProblem(narrower);
            case TimeoutException late -> tooLong(narrower);
            case PgException cancelled when QUERY_CANCELED.equals(cancelled.getSqlState()) -> tooLong(narrower);
            default -> failure;
        };
    }

    private ProblemException tooLong(String narrower) {
        return Problem.of(
                        ProblemType.OVERLOADED,
                        "It takes longer than the " + limit.toSeconds() + " s that are allowed. " + narrower)
                .withHeader("Retry-After", "30")
                .exception();
    }
}
