package org.zoneregistry.asof.heavy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zoneregistry.testing.Waiting.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestDatabase;

@NeedsServer
class HeavyReadsTest {

    private static final String SLEEP = "select pg_sleep(60)";
    private static final String NARROWER = "Ask for less.";
    private static final int CONNECTIONS = 2;

    private static final Queue<Throwable> DROPPED = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init") // set before all
    private static TestDatabase database;

    @SuppressWarnings("NullAway.Init") // set before all
    private static Vertx vertx;

    @SuppressWarnings("NullAway.Init") // set before all
    private static Pool pool;

    @BeforeAll
    static void open() {
        Infrastructure.setDroppedExceptionHandler(DROPPED::add);
        database = TestDatabase.empty();
        vertx = Vertx.vertx();
        pool = Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(database.connectOptions())
                .using(vertx)
                .build());
    }

    @AfterAll
    static void close() {
        assertThat(DROPPED)
                .as("failures that nobody was told of, which would fill the log")
                .isEmpty();
        pool.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        database.close();
    }

    @Test
    void what_the_database_says_is_made_an_answer_of_off_the_event_loop() {
        String thread = reads(Duration.ofSeconds(10), 1)
                .ask(
                        Effort.LOOK_UP,
                        NARROWER,
                        query("select 1"),
                        rows -> Thread.currentThread().getName())
                .await()
                .indefinitely();

        assertThat(thread).doesNotContain("eventloop");
    }

    @Test
    void a_read_whose_client_has_gone_is_cancelled_in_the_database() {
        HeavyReads reads = reads(Duration.ofMinutes(1), 1);
        var running = start(reads, SLEEP);
        await().until(() -> sleeping() == 1);

        running.cancel();

        await().until(() -> sleeping() == 0);
        assertThatAllIsFree(reads);
    }

    /** For every possible moment at which the cancel request arrives. */
    @Test
    void nobody_elses_statement_is_cancelled() {
        HeavyReads reads = reads(Duration.ofMinutes(1), CONNECTIONS);
        var random = new Random(16);
        for (int i = 0; i < 300; i++) {
            var gone = start(reads, "select pg_sleep(0.00%d)".formatted(1 + random.nextInt(5)));
            var stays = start(reads, "select count(*) from generate_series(1, 2000)");
            LockSupport.parkNanos(random.nextInt(6_000_000));
            gone.cancel();
            stays.awaitItem(Duration.ofMinutes(1));
        }
        assertThatAllIsFree(reads);
    }

    @Test
    void a_read_whose_client_goes_while_it_waits_is_never_begun() {
        HeavyReads reads = reads(Duration.ofMinutes(1), 1);
        var running = start(reads, SLEEP);
        var waiting = start(reads, SLEEP);
        await().until(() -> sleeping() == 1);

        waiting.cancel();
        running.cancel();

        await().until(() -> sleeping() == 0);
        assertThatAllIsFree(reads);
    }

    /**
     * The pool hands out the connection later, when the caller no longer waits. The connection must still be returned.
     */
    @Test
    void a_read_that_goes_while_it_waits_for_a_connection_takes_none_with_it() {
        HeavyReads reads = reads(Duration.ofMinutes(1), 10);
        var first = start(reads, SLEEP);
        var second = start(reads, SLEEP);
        await().until(() -> sleeping() == CONNECTIONS);
        var third = start(reads, SLEEP);
        third.cancel();
        first.cancel();
        second.cancel();

        await().until(() -> sleeping() == 0);
        assertThatAllIsFree(reads);
    }

    @Test
    void what_takes_too_long_is_refused_and_cancelled() {
        HeavyReads reads = reads(Duration.ofMillis(200), 1);

        Problem problem = problem(start(reads, SLEEP));

        assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(problem.detail()).endsWith(NARROWER);
        assertThat(problem.headers()).containsKey("Retry-After");
        await().until(() -> sleeping() == 0);
        assertThatAllIsFree(reads);
    }

    @Test
    void the_database_stops_it_where_the_node_does_not() {
        HeavyReads reads = reads(Duration.ofMillis(300), 1);

        String limit = reads.ask(
                        Effort.LOOK_UP,
                        NARROWER,
                        query("show statement_timeout"),
                        rows -> rows.iterator().next().getString(0))
                .await()
                .indefinitely();

        assertThat(limit).isEqualTo("300ms");
        Problem problem = problem(reads.ask(
                        Effort.LOOK_UP,
                        NARROWER,
                        connection -> connection
                                .query("set local statement_timeout = 20; " + SLEEP)
                                .execute(),
                        rows -> "done")
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create()));
        assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED);
    }

    @Test
    void what_comes_to_too_much_is_told_how_to_be_narrowed() {
        HeavyReads reads = reads(Duration.ofSeconds(10), 1);

        Problem problem = problem(reads.ask(Effort.SCAN, NARROWER, query("select 1"), rows -> {
                    throw new TooMuch(7, "things");
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create()));

        assertThat(problem.type()).isEqualTo(ProblemType.ANSWER_TOO_LARGE);
        assertThat(problem.detail()).isEqualTo("An answer uses at most 7 things. " + NARROWER);
        assertThatAllIsFree(reads);
    }

    @Test
    void a_stream_reads_what_is_asked_for_and_gives_all_back_when_it_is_broken_off() {
        HeavyReads reads = reads(Duration.ofSeconds(10), 1);
        AssertSubscriber<Integer> client = reads.stream(connection ->
                        Pages.of(connection, "select generate_series(1, 1000000)", Tuple.tuple(), RowSet::size))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(3));

        client.awaitItems(3);
        assertThat(client.getItems()).containsExactly(500, 500, 500);
        assertThatThrownBy(reads::checkThatStreamCanBegin).as("another one").isInstanceOf(ProblemException.class);
        client.cancel();

        assertThatAllIsFree(reads);
    }

    @Test
    void a_stream_ends_with_all_rows() {
        HeavyReads reads = reads(Duration.ofSeconds(10), 1);

        Integer rows = reads.stream(connection ->
                        Pages.of(connection, "select generate_series(1, 12345)", Tuple.tuple(), RowSet::size))
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .await()
                .indefinitely();

        assertThat(rows).isEqualTo(12_345);
        assertThatAllIsFree(reads);
    }

    private static HeavyReads reads(Duration limit, int atOnce) {
        return new HeavyReads(
                pool,
                new SimpleMeterRegistry(),
                atOnce,
                atOnce,
                1,
                Duration.ofSeconds(20),
                limit,
                Duration.ofMinutes(1));
    }

    private static Function<SqlConnection, Uni<RowSet<Row>>> query(String sql) {
        return connection -> connection.query(sql).execute();
    }

    private static UniAssertSubscriber<Integer> start(HeavyReads reads, String sql) {
        return reads.ask(Effort.LOOK_UP, NARROWER, query(sql), RowSet::size)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private static Problem problem(UniAssertSubscriber<?> outcome) {
        return ((ProblemException) outcome.awaitFailure().getFailure()).problem();
    }

    private static long sleeping() {
        return database.number(
                "select count(*) from pg_stat_activity where state = 'active' and query like '%pg_sleep%'"
                        + " and pid <> pg_backend_pid()");
    }

    /** Checks that as many reads can begin as there are seats, and as many as there are connections. */
    private static void assertThatAllIsFree(HeavyReads reads) {
        for (int i = 0; i < 2 * CONNECTIONS; i++) {
            assertThat(reads.ask(Effort.LOOK_UP, NARROWER, query("select 1"), RowSet::size)
                            .await()
                            .atMost(Duration.ofSeconds(10)))
                    .isEqualTo(1);
        }
        await().untilAsserted(reads::checkThatStreamCanBegin);
        assertThat(database.number("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and state like 'idle in transaction%'"))
                .isZero();
    }
}
