package org.zoneregistry.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.testing.Waiting.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zoneregistry.jobs.Heartbeat.Loss;
import org.zoneregistry.jobs.Jobs.Asked;
import org.zoneregistry.jobs.Jobs.Progress;
import org.zoneregistry.log.UuidV7;
import org.zoneregistry.testing.NeedsServer;
import org.zoneregistry.testing.TestDatabase;

/** One run at a time holds a job; writes of an earlier run are ignored. */
@NeedsServer
class JobsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JobKind RESUMED = new JobKind("resumed", Duration.ofSeconds(1), true, true);
    private static final JobKind INTERRUPTED = new JobKind("interrupted", Duration.ofSeconds(1), false, true);
    private static final JobKind LASTING = new JobKind("lasting", Duration.ofMinutes(10), true, false);
    private static final JobKind IMPORT = new JobKind("import", Duration.ofSeconds(1), false, true);

    private final TestDatabase database = TestDatabase.fresh();
    private final Vertx vertx = Vertx.vertx();
    private final Pool pool = Pool.pool(vertx, database.connectOptions(), database.poolOptions());
    private final UuidV7 ids = new UuidV7(InstantSource.system());
    private final Jobs jobs = new Jobs(pool);

    @AfterEach
    void close() {
        get(pool.close());
        get(vertx.close());
        database.close();
    }

    @Test
    void one_of_many_nodes_gets_a_job() {
        get(Jobs.enqueue(pool, asked(LASTING, "a")));
        var takes = new ArrayList<Uni<Optional<JobRun>>>();
        for (int node = 0; node < 8; node++) {
            takes.add(jobs.take(LASTING, "a"));
        }

        List<Optional<JobRun>> taken = get(Uni.join().all(takes).andCollectFailures());

        assertThat(taken.stream().filter(Optional::isPresent)).hasSize(1);
        assertThat(get(Jobs.enqueue(pool, asked(LASTING, "a")))).isFalse();
        assertThat(get(Jobs.enqueue(pool, asked(LASTING, "b")))).isTrue();
    }

    @Test
    void a_silent_run_loses_its_job_and_its_writes_are_ignored() {
        JobRun first = get(jobs.begin(asked(RESUMED, "a"))).orElseThrow();
        assertThat(get(jobs.beat(first, progress(5)))).isTrue();
        assertThat(get(jobs.take(RESUMED, "a"))).isEmpty();

        JobRun second = await().atMost(PATIENCE)
                .until(() -> get(jobs.take(RESUMED, "a")), Optional::isPresent)
                .orElseThrow();

        assertThat(second.job()).isEqualTo(first.job());
        assertThat(get(jobs.beat(first, progress(7)))).isFalse();
        assertThat(holds(first)).isFalse();
        assertThat(get(jobs.end(first, progress(7), Job.State.DONE, null))).isFalse();
        assertThat(holds(second)).isTrue();
        assertThat(found(first)).satisfies(job -> {
            assertThat(job.state()).isEqualTo(Job.State.RUNNING);
            assertThat(job.attempt()).isEqualTo(2);
            assertThat(job.done()).isEqualTo(5);
        });
    }

    @Test
    void a_released_job_can_be_taken_at_once() {
        JobRun first = get(jobs.begin(asked(LASTING, "a"))).orElseThrow();

        get(jobs.release(first));

        assertThat(found(first).state()).isEqualTo(Job.State.WAITING);
        assertThat(get(jobs.beat(first, progress(1)))).isFalse();
        assertThat(get(jobs.take(LASTING, "a"))).isPresent();
    }

    @Test
    void a_job_that_cannot_be_resumed_is_interrupted_and_makes_room_for_the_next() {
        JobRun first = get(jobs.begin(asked(INTERRUPTED, "a"))).orElseThrow();
        assertThat(get(jobs.begin(asked(INTERRUPTED, "a")))).isEmpty();
        await().atMost(PATIENCE).until(() -> found(first).state() == Job.State.INTERRUPTED);
        assertThat(found(first).endedAt()).isEqualTo(found(first).seenAt());

        JobRun second = get(jobs.begin(asked(INTERRUPTED, "a"))).orElseThrow();

        assertThat(second.job()).isNotEqualTo(first.job());
        assertThat(get(jobs.end(first, progress(1), Job.State.DONE, null))).isFalse();
        assertThat(found(first).state()).isEqualTo(Job.State.INTERRUPTED);
        assertThat(found(second).state()).isEqualTo(Job.State.RUNNING);
    }

    @Test
    void a_heartbeat_extends_the_lease_and_writes_the_progress() throws Exception {
        JobRun run = get(jobs.begin(asked(RESUMED, "a"))).orElseThrow();
        var done = new AtomicLong();
        var losses = new CopyOnWriteArrayList<Loss>();
        try (var beats = new Heartbeat(jobs, run, () -> progress(done.incrementAndGet()), losses::add)) {
            Thread.sleep(RESUMED.lease().multipliedBy(2));
            assertThat(get(jobs.take(RESUMED, "a"))).isEmpty();
            assertThat(beats).isNotNull();
        }
        assertThat(found(run).done()).isGreaterThan(5);
        assertThat(found(run).perSecond()).isPositive();
        assertThat(losses).isEmpty();
    }

    @Test
    void a_run_whose_job_is_cancelled_is_told() {
        JobRun run = get(jobs.begin(asked(LASTING.with(Duration.ofSeconds(20)), "a")))
                .orElseThrow();
        var losses = new CopyOnWriteArrayList<Loss>();
        try (var beats = new Heartbeat(jobs, run, () -> progress(1), losses::add)) {
            assertThat(get(jobs.cancel(run.job())))
                    .as("the job can not be cancelled")
                    .isFalse();
            database.execute("update job set is_cancellable = true");
            assertThat(get(jobs.cancel(run.job()))).isTrue();
            await().atMost(PATIENCE).until(() -> losses.contains(Loss.TAKEN));
            assertThat(beats).isNotNull();
        }
        assertThat(get(jobs.cancel(run.job()))).as("a second cancellation").isFalse();
        assertThat(get(jobs.end(run, progress(9), Job.State.DONE, null))).isFalse();
        assertThat(found(run)).satisfies(job -> {
            assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
            assertThat(job.done()).isEqualTo(9);
            assertThat(job.endedAt()).isNotNull();
        });
    }

    @Test
    void a_run_without_a_database_is_told_before_another_run_can_take_its_job() throws Exception {
        JobRun run = get(jobs.begin(asked(RESUMED, "a"))).orElseThrow();
        var losses = new CopyOnWriteArrayList<Loss>();
        try (Connection held = database.connect();
                var beats = new Heartbeat(jobs, run, () -> progress(1), losses::add)) {
            held.setAutoCommit(false);
            held.createStatement().execute("lock table job in access exclusive mode");
            await().atMost(PATIENCE).until(() -> losses.contains(Loss.UNREACHABLE));
            assertThat(beats).isNotNull();
            held.rollback();
        }
    }

    @Test
    void an_idempotency_key_belongs_to_one_job_which_can_be_begun_again_until_it_is_done() {
        JobRun first = get(jobs.begin(asked(IMPORT, "key"))).orElseThrow();
        assertThat(get(jobs.restart(asked(IMPORT, "key")))).isEmpty();
        get(jobs.end(first, progress(3), Job.State.FAILED, "malformed"));
        assertThat(get(jobs.begin(asked(IMPORT, "key")))).isEmpty();

        JobRun again = get(jobs.restart(asked(IMPORT, "key"))).orElseThrow();

        assertThat(again.job()).isEqualTo(first.job());
        assertThat(found(again)).satisfies(job -> {
            assertThat(job.state()).isEqualTo(Job.State.RUNNING);
            assertThat(job.done()).isZero();
            assertThat(job.problem()).isNull();
        });
        get(jobs.end(again, progress(3), Job.State.DONE, null));
        assertThat(get(jobs.restart(asked(IMPORT, "key")))).isEmpty();
        assertThat(get(jobs.begin(asked(IMPORT, null)))).isPresent();
        assertThat(get(jobs.begin(asked(IMPORT, null)))).isPresent();
    }

    private Asked asked(JobKind kind, @Nullable String subject) {
        return new Asked(ids.get(), kind, subject, null, null, new JsonObject());
    }

    private boolean holds(JobRun run) {
        return get(pool.withTransaction(connection -> Jobs.lock(connection, run)));
    }

    private static Progress progress(long done) {
        return new Progress(done, null, null);
    }

    private Job found(JobRun run) {
        return get(jobs.find(run.job())).orElseThrow();
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
